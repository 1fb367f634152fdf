import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Who changed which setting from what to what; money and receipts have logs of their own. */
export class Migration20261124235000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "client_ledger_change" (
       "id" text primary key,
       "subject" text not null check ("subject" in ('settings', 'debt_policy', 'reminders', 'cheque_deposit')),
       "subject_id" text not null,
       "account_id" text null references "client_account" ("id"),
       "before" jsonb not null,
       "after" jsonb not null,
       "actor_id" text null,
       "created_at" timestamptz not null default clock_timestamp()
     );`)
    this.addSql(
      `create index if not exists "IDX_client_ledger_change_created" on "client_ledger_change" ("created_at");`
    )
    this
      .addSql(`create trigger client_ledger_change_append_only before update or delete on client_ledger_change
        for each row execute function client_ledger_refuse();`)
    // The list of acts reads what people did, newest first; what posts by itself isn't in it.
    this
      .addSql(`create index if not exists "IDX_client_ledger_entry_act" on "client_ledger_entry" ("created_at")
       where "actor_id" is not null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "client_ledger_change" cascade;`)
    this.addSql(`drop index if exists "IDX_client_ledger_entry_act";`)
  }
}
