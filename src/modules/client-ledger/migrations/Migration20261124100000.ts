import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * The tables. `raw_*` columns, which Medusa reads big numbers from, are generated from the amount, so that
 * the two can't differ. Amounts are bounded on both sides because NaN sorts above every number in Postgres.
 *
 * Accounts and entries keep the same rules by trigger instead (see the next migration): for every statement
 * Postgres parses a table's checks and generated columns anew, and posting is the statement that counts.
 */
export class Migration20261124100000 extends Migration {
  override async up(): Promise<void> {
    const money = (column: string) =>
      `"${column}" numeric not null default 0 check ("${column}" > -1e15 and "${column}" < 1e15),
       "raw_${column}" jsonb generated always as (('{"value":"' || trim_scale("${column}")::text || '","precision":20}')::jsonb) stored`
    const postedMoney = (column: string) =>
      `"${column}" numeric not null, "raw_${column}" jsonb not null`
    const stamps = `"created_at" timestamptz not null default clock_timestamp(),
       "updated_at" timestamptz not null default clock_timestamp(),
       "deleted_at" timestamptz null`

    this.addSql(`create table if not exists "client_account" (
       "id" text primary key,
       "market" text not null default 'store',
       "customer_id" text not null,
       "customer_name" text null,
       "customer_email" text null,
       "currency_code" text not null,
       "decimal_digits" smallint not null,
       "balance" numeric not null default 0,
       "raw_balance" jsonb not null default '{"value":"0","precision":20}',
       "entry_count" integer not null default 0,
       "chain_head" text null,
       "last_entry_at" timestamptz null,
       ${stamps},
       unique ("customer_id", "currency_code", "market")
     ) with (fillfactor = 80);`)
    this.addSql(
      `create index if not exists "IDX_client_account_balance" on "client_account" ("balance", "id");`
    )
    this.addSql(
      `create index if not exists "IDX_client_account_name" on "client_account" ("customer_name", "id");`
    )

    this.addSql(`create table if not exists "client_receipt" (
       "id" text primary key,
       "account_id" text not null references "client_account" ("id"),
       "currency_code" text not null,
       "direction" text not null check ("direction" in ('in', 'out')),
       "method" text not null
         check ("method" in ('cheque', 'cash', 'transfer', 'card_terminal', 'on_site', 'online')),
       "provider_id" text null,
       ${money("amount")},
       "reference" text null,
       "value_date" date not null,
       "note" text null,
       "order_id" text null,
       "source_type" text not null,
       "source_id" text not null,
       "actor_id" text null,
       "reversed_at" timestamptz null,
       ${stamps},
       unique ("source_type", "source_id"),
       check ("amount" > 0)
     );`)
    this.addSql(
      `create index if not exists "IDX_client_receipt_account" on "client_receipt" ("account_id", "created_at");`
    )
    this.addSql(
      `create index if not exists "IDX_client_receipt_value_date" on "client_receipt" ("value_date", "id");`
    )
    this.addSql(
      `create index if not exists "IDX_client_receipt_order" on "client_receipt" ("order_id") where "order_id" is not null;`
    )

    this.addSql(`create table if not exists "client_ledger_entry" (
       "id" text primary key,
       "account_id" text not null,
       "currency_code" text not null,
       "sequence" integer not null,
       "type" text not null,
       ${postedMoney("amount")},
       ${postedMoney("balance_after")},
       "order_id" text null,
       "receipt_id" text null references "client_receipt" ("id"),
       "reverses_id" text null references "client_ledger_entry" ("id"),
       "source_type" text not null,
       "source_id" text not null,
       "source_seq" integer not null default 0,
       "note" text null,
       "value_date" date not null,
       "actor_id" text null,
       "hash" text not null,
       ${stamps},
       unique ("source_type", "source_id", "source_seq"),
       unique ("account_id", "sequence")
     );`)
    this.addSql(
      `create unique index if not exists "UQ_client_ledger_entry_reverses" on "client_ledger_entry" ("reverses_id") where "reverses_id" is not null;`
    )
    this.addSql(
      `create index if not exists "IDX_client_ledger_entry_order" on "client_ledger_entry" ("order_id") where "order_id" is not null;`
    )
    this.addSql(
      `create index if not exists "IDX_client_ledger_entry_receipt" on "client_ledger_entry" ("receipt_id") where "receipt_id" is not null;`
    )
    this
      .addSql(`create index if not exists "IDX_client_ledger_entry_other_debit" on "client_ledger_entry" ("account_id", "value_date" desc)
       where "order_id" is null and "amount" < 0;`)

    this.addSql(`create table if not exists "client_receipt_change" (
       "id" text primary key,
       "receipt_id" text not null references "client_receipt" ("id"),
       "from_method" text not null,
       "to_method" text not null,
       "from_reference" text null,
       "to_reference" text null,
       "actor_id" text null,
       ${stamps}
     );`)
    this.addSql(
      `create index if not exists "IDX_client_receipt_change_receipt" on "client_receipt_change" ("receipt_id");`
    )

    this.addSql(`create table if not exists "client_order" (
       "id" text primary key,
       "display_id" integer null,
       "account_id" text null references "client_account" ("id"),
       "customer_id" text null,
       "currency_code" text not null,
       ${money("owed")},
       ${money("paid")},
       ${money("expected")},
       "promise_provider_id" text null,
       "ordered_at" timestamptz null,
       "due_on" date null,
       "version" integer not null default 0,
       ${stamps}
     );`)
    this
      .addSql(`create index if not exists "IDX_client_order_account_due" on "client_order" ("account_id", "due_on" desc)
       where "owed" > "paid";`)
    this.addSql(
      `create index if not exists "IDX_client_order_due" on "client_order" ("due_on") where "owed" > 0;`
    )
    this.addSql(
      `create index if not exists "IDX_client_order_expected" on "client_order" ("account_id") where "expected" > 0;`
    )
    this.addSql(
      `create index if not exists "IDX_client_order_no_customer" on "client_order" ("id") where "customer_id" is null;`
    )

    this.addSql(`create table if not exists "client_ledger_settings" (
       "id" text primary key,
       "enabled" boolean not null default true,
       "ledger_starts_at" timestamptz not null,
       "due_days" integer not null default 7 check ("due_days" between 0 and 3650),
       "methods" jsonb not null default '{}',
       "reconciled_at" timestamptz null,
       ${stamps}
     );`)
    // The ledger starts when the plugin is first installed: earlier orders come in as opening balances.
    this.addSql(
      `insert into "client_ledger_settings" ("id", "ledger_starts_at") values ('store', now()) on conflict do nothing;`
    )

    // json, not jsonb: a repeated request gets the first answer word for word.
    this.addSql(`create table if not exists "client_ledger_request" (
       "key" text primary key,
       "fingerprint" text not null,
       "response" json null,
       "created_at" timestamptz not null default clock_timestamp()
     );`)
  }

  override async down(): Promise<void> {
    for (const table of [
      "client_ledger_request",
      "client_ledger_settings",
      "client_order",
      "client_receipt_change",
      "client_ledger_entry",
      "client_receipt",
      "client_account",
    ]) {
      this.addSql(`drop table if exists "${table}" cascade;`)
    }
  }
}
