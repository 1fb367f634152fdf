import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Top-ups: what a client pays online onto his account, without an order. What was agreed stays; its receipts and those of
 * its refunds name it. The most that a top-up may be is a setting.
 */
export class Migration20261124190000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "client_top_up" (
       "id" text primary key,
       "account_id" text not null references "client_account" ("id"),
       "customer_id" text not null,
       "amount" numeric not null check ("amount" > 0 and "amount" < 1e15),
       "refunded" numeric not null default 0 check ("refunded" >= 0 and "refunded" <= "amount"),
       "currency_code" text not null,
       "provider_id" text not null,
       "payment_collection_id" text not null unique,
       "payment_session_id" text not null unique,
       "payment_id" text null unique,
       "status" text not null default 'pending'
         check ("status" in ('pending', 'paid', 'canceled', 'expired', 'refunded')),
       "version" integer not null default 0,
       "expires_at" timestamptz not null,
       "paid_at" timestamptz null,
       "created_at" timestamptz not null default clock_timestamp(),
       "updated_at" timestamptz not null default clock_timestamp(),
       check (("paid_at" is not null) = ("status" in ('paid', 'refunded')))
     );`)
    this.addSql(
      `create index if not exists "IDX_client_top_up_account" on "client_top_up" ("account_id", "created_at" desc, "id");`
    )
    this
      .addSql(`create index if not exists "IDX_client_top_up_pending" on "client_top_up" ("created_at", "id")
       where "status" = 'pending';`)

    this.addSql(`
create or replace function client_top_up_guard() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'Top-up %: it stays; cancel it instead', old.id using errcode = 'CL403';
  end if;
  if tg_op = 'INSERT' then
    perform 1 from client_account where id = new.account_id and customer_id = new.customer_id
      and currency_code = new.currency_code and scale(trim_scale(new.amount)) <= decimal_digits;
    if not found then
      raise exception 'Top-up %: its customer, currency or decimals are not those of account %', new.id, new.account_id
        using errcode = 'CL400';
    end if;
    return new;
  end if;
  if (new.id, new.account_id, new.customer_id, new.amount, new.currency_code, new.provider_id, new.payment_collection_id,
       new.payment_session_id, new.created_at) is distinct from
     (old.id, old.account_id, old.customer_id, old.amount, old.currency_code, old.provider_id, old.payment_collection_id,
       old.payment_session_id, old.created_at) then
    raise exception 'Top-up %: what was agreed stays', old.id using errcode = 'CL403';
  end if;
  return new;
end
$$;`)
    this.addSql(
      `create trigger client_top_up_guard before insert or update or delete on client_top_up
      for each row execute function client_top_up_guard();`
    )

    this.addSql(
      `alter table "client_receipt" add column if not exists "top_up_id" text null references "client_top_up" ("id");`
    )
    this
      .addSql(`create index if not exists "IDX_client_receipt_top_up" on "client_receipt" ("top_up_id")
       where "top_up_id" is not null;`)
    this.addSql(
      `alter table "client_ledger_settings" add column if not exists "top_up_max" numeric null check ("top_up_max" > 0);`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "client_ledger_settings" drop column if exists "top_up_max";`)
    this.addSql(`alter table "client_receipt" drop column if exists "top_up_id";`)
    this.addSql(`drop table if exists "client_top_up" cascade;`)
    this.addSql(`drop function if exists client_top_up_guard();`)
  }
}
