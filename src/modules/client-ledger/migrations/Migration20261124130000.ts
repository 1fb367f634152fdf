import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { replaceEntryTypes } from "../utils/replace-entry-types"

const WITH_TRANSFERS = "'opening_balance', 'transfer', 'reversal')"

/**
 * Which part of which credit settles which debt. Derived from entries and orders under the account's lock, so that rows
 * are rewritten; a pair keeps its id for ever, at an amount of zero when it settles nothing, since captures in Medusa
 * bear it.
 */
export class Migration20261124130000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "client_allocation" (
       "id" text primary key,
       "account_id" text not null references "client_account" ("id"),
       "credit_id" text not null,
       "debt_id" text not null,
       "amount" numeric not null check ("amount" >= 0 and "amount" < 1e15),
       "created_at" timestamptz not null default clock_timestamp(),
       "updated_at" timestamptz not null default clock_timestamp(),
       unique ("account_id", "credit_id", "debt_id")
     );`)
    this.addSql(
      `create index if not exists "IDX_client_allocation_debt" on "client_allocation" ("debt_id");`
    )
    // The orders that a receipt was given for, in the order to settle them.
    this.addSql(
      `alter table "client_receipt" add column if not exists "order_ids" text[] not null default '{}';`
    )
    // Counts the changes of what settles an order, and says which of them Medusa shows.
    this.addSql(`alter table "client_order"
       add column if not exists "allocation_version" integer not null default 0,
       add column if not exists "projected_version" integer not null default 0;`)
    this
      .addSql(`create index if not exists "IDX_client_order_unprojected" on "client_order" ("account_id")
       where "allocation_version" <> "projected_version";`)
    this.addSql(replaceEntryTypes("'opening_balance', 'reversal')", WITH_TRANSFERS))
  }

  override async down(): Promise<void> {
    this.addSql(replaceEntryTypes(WITH_TRANSFERS, "'opening_balance', 'reversal')"))
    this.addSql(`alter table "client_order" drop column if exists "allocation_version",
       drop column if exists "projected_version";`)
    this.addSql(`alter table "client_receipt" drop column if exists "order_ids";`)
    this.addSql(`drop table if exists "client_allocation" cascade;`)
  }
}
