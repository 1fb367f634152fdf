import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * A short number for each account, from which the reference that its client writes on a bank transfer is derived. The
 * accounts that stand are numbered in the order they were made; the database gives the next ones, and changes none.
 */
export class Migration20261124180500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "client_account" add column if not exists "number" integer null;`)
    this.addSql(`update client_account a set number = numbered.position
       from (select id, row_number() over (order by created_at, id) as position from client_account) numbered
       where numbered.id = a.id and a.number is null;`)
    this.addSql(`alter table "client_account" alter column "number" set not null,
       alter column "number" add generated always as identity;`)
    this
      .addSql(`select setval(pg_get_serial_sequence('client_account', 'number'), coalesce(max(number), 0) + 1, false)
       from client_account;`)
    this.addSql(
      `create unique index if not exists "IDX_client_account_number_unique" on "client_account" ("number");`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "client_account" drop column if exists "number";`)
  }
}
