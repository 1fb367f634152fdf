import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Who is at work in Medusa on what an order shows: one process at a time, whatever lock the shop has, since Medusa adds
 * its totals up from what it read before. Who dies holds it for some seconds.
 */
export class Migration20261124170000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "client_order"
       add column if not exists "shown_by" text null,
       add column if not exists "shown_until" timestamptz null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "client_order" drop column if exists "shown_by",
       drop column if exists "shown_until";`)
  }
}
