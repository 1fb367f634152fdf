import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * What a client sets aside of his balance for a cart, and which debts the market lets its clients make. A hold moves no
 * money: it ends with the order's debit, with the client's change of mind, or with its time.
 */
export class Migration20261124180000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "client_hold" (
       "id" text primary key,
       "account_id" text not null references "client_account" ("id"),
       "cart_id" text not null,
       "amount" numeric not null check ("amount" > 0 and "amount" < 1e15),
       "status" text not null default 'held' check ("status" in ('held', 'spent', 'released')),
       "order_id" text null,
       "expires_at" timestamptz not null,
       "created_at" timestamptz not null default clock_timestamp(),
       "updated_at" timestamptz not null default clock_timestamp()
     );`)
    this
      .addSql(`create unique index if not exists "UQ_client_hold_cart" on "client_hold" ("cart_id")
       where "status" = 'held';`)
    this
      .addSql(`create index if not exists "IDX_client_hold_account" on "client_hold" ("account_id")
       where "status" = 'held';`)
    // What the client chose to pay of an order from his balance.
    this.addSql(`alter table "client_order"
       add column if not exists "account_credit" numeric not null default 0 check ("account_credit" >= 0);`)
    // Null: the market's own policy; on the settings null: debts are allowed.
    for (const table of ["client_ledger_settings", "client_account"]) {
      this.addSql(`alter table "${table}" add column if not exists "debt_policy" jsonb null;`)
    }
    // Each completion of a cart asks whether there is any.
    this.addSql(`create index if not exists "IDX_client_account_blocking" on "client_account" ("id")
       where "debt_policy"->>'action' = 'block';`)
  }

  override async down(): Promise<void> {
    for (const table of ["client_ledger_settings", "client_account"]) {
      this.addSql(`alter table "${table}" drop column if exists "debt_policy";`)
    }
    this.addSql(`alter table "client_order" drop column if exists "account_credit";`)
    this.addSql(`drop table if exists "client_hold" cascade;`)
  }
}
