import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { replaceEntryTypes } from "../utils/replace-entry-types"

/**
 * Imports from another tool's ledger: what each of them found and posted, member by member, and which customer a member
 * has become. Entries of the type `imported` are its operations: money of the past, which no till and no slip counts.
 */
export class Migration20261129120000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "client_import" (
       "id" text primary key,
       "source" text not null check ("source" in ('cagette', 'camap', 'csv')),
       "instance" text not null,
       "group_id" text not null,
       "group_name" text not null,
       "mode" text not null check ("mode" in ('opening-balances', 'history')),
       "counts" text not null check ("counts" in ('shown', 'all')),
       "currency_code" text not null,
       "applied" boolean not null,
       "operations" integer not null,
       "summary" jsonb not null,
       "actor_id" text null,
       "created_at" timestamptz not null default clock_timestamp(),
       check (not "applied" or "actor_id" is not null)
     );`)
    this.addSql(
      `create index if not exists "IDX_client_import_created" on "client_import" ("created_at" desc, "id");`
    )
    this.addSql(`create table if not exists "client_import_line" (
       "import_id" text not null references "client_import" ("id"),
       "position" integer not null,
       "foreign_id" text not null,
       "name" text null,
       "email" text null,
       "customer_id" text null,
       "operations" integer not null,
       "foreign_balance" numeric null,
       "recomputed" numeric not null,
       "posted_before" numeric not null,
       "to_post" numeric not null,
       "entries" integer not null,
       "difference" numeric null,
       "differs" boolean not null,
       "findings" jsonb not null,
       primary key ("import_id", "position")
     );`)
    for (const table of ["client_import", "client_import_line"]) {
      this.addSql(`create trigger ${table}_append_only before update or delete on ${table}
        for each row execute function client_ledger_refuse();`)
    }
    this.addSql(`create table if not exists "client_import_member" (
       "instance" text not null,
       "foreign_id" text not null,
       "customer_id" text not null,
       "created_at" timestamptz not null default clock_timestamp(),
       primary key ("instance", "foreign_id")
     );`)
    // Whether an account has an opening balance is asked of the entries, whoever posted them.
    this
      .addSql(`create index if not exists "IDX_client_ledger_entry_opening" on "client_ledger_entry" ("account_id")
       where "type" = 'opening_balance';`)
    this.addSql(replaceEntryTypes(BEFORE, AFTER))
  }

  override async down(): Promise<void> {
    this.addSql(replaceEntryTypes(AFTER, BEFORE))
    this.addSql(`drop index if exists "IDX_client_ledger_entry_opening";`)
    for (const table of ["client_import_member", "client_import_line", "client_import"]) {
      this.addSql(`drop table if exists "${table}" cascade;`)
    }
  }
}

/** Whatever other kinds the list holds by then. */
const BEFORE = "'reversal') or (new.type"
const AFTER = "'imported', 'reversal') or (new.type"
