import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The closing that counted an order's VAT: an order that reaches the ledger late is counted by the next, none twice. */
export class Migration20261124120001 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "client_order"
       add column if not exists "closing_id" text null references "client_closing" ("id");`)
    this.addSql(`create index if not exists "IDX_client_order_unclosed" on "client_order" ("id")
       where "closing_id" is null and "owed" > 0;`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "client_order" drop column if exists "closing_id";`)
  }
}
