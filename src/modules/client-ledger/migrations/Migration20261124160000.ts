import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** A payment above this amount is to be confirmed: 4730 is soon typed for 47.30. */
export class Migration20261124160000 extends Migration {
  override async up(): Promise<void> {
    this
      .addSql(`alter table "client_ledger_settings" add column if not exists "confirm_above" numeric null default 500
       check ("confirm_above" > 0 and "confirm_above" < 1e15);`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "client_ledger_settings" drop column if exists "confirm_above";`)
  }
}
