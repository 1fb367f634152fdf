import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What the counter lists and filters by: baskets still to be handed over, returns asked for, where it is picked up. */
export class Migration20261124140000 extends Migration {
  override async up(): Promise<void> {
    const returns = `"requested_returns" numeric not null default 0
      check ("requested_returns" > -1e15 and "requested_returns" < 1e15)`
    const rawReturns = `"raw_requested_returns" jsonb generated always as
      (('{"value":"' || trim_scale("requested_returns")::text || '","precision":20}')::jsonb) stored`
    this.addSql(
      `alter table "client_order" add column if not exists ${returns}, add column if not exists ${rawReturns},
         add column if not exists "awaits_pickup" boolean not null default false,
         add column if not exists "shipping_option_id" text null;`
    )
    this
      .addSql(`create index if not exists "IDX_client_order_counter" on "client_order" ("account_id")
       where "awaits_pickup" or "owed" > "paid";`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_client_order_counter";`)
    this.addSql(
      `alter table "client_order" drop column if exists "raw_requested_returns",
         drop column if exists "requested_returns", drop column if exists "awaits_pickup",
         drop column if exists "shipping_option_id";`
    )
  }
}
