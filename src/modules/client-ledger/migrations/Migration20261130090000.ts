import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * What each posting changes of an account goes into a row of its own: a narrow one with two indexes, where the account's own
 * row has five that no posting touches. Who moves it is the next migration's.
 */
export class Migration20261130090000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table "client_account_state" (
       "account_id" text primary key references "client_account" ("id"),
       "currency_code" text not null,
       "decimal_digits" smallint not null,
       "balance" numeric not null default 0,
       "entry_count" integer not null default 0,
       "chain_head" text null,
       "last_entry_at" timestamptz null
     ) with (fillfactor = 80);`)
    this.addSql(`insert into "client_account_state"
       select id, currency_code, decimal_digits, balance, entry_count, chain_head, last_entry_at from "client_account";`)
    this.addSql(
      `create index "IDX_client_account_state_balance" on "client_account_state" ("balance", "account_id");`
    )
    // An order's own debits are found by their key, the captures and refunds of its payments by this.
    this.addSql(`drop index "IDX_client_ledger_entry_order";`)
    this.addSql(`create index "IDX_client_ledger_entry_order" on "client_ledger_entry" ("order_id")
       where "source_type" in ('capture', 'refund');`)
    // On the account, which no posting touches: for every statement PostgreSQL parses a table's checks anew.
    this.addSql(`alter table "client_account" add check ("decimal_digits" between 0 and 6);`)
    for (const trigger of ["opens", "stays", "balance"]) {
      this.addSql(`drop trigger client_account_${trigger} on client_account;`)
    }
    for (const column of ["balance", "raw_balance", "entry_count", "chain_head", "last_entry_at"]) {
      this.addSql(`alter table "client_account" drop column "${column}";`)
    }
  }

  override async down(): Promise<void> {
    throw new Error("What is posted since is only in the new table: restore a backup instead")
  }
}
