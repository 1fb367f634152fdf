import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * The closing of a day: numbered without a gap, chained by SHA-256 to the one before it, never changed. What it counted
 * is kept in it; a receipt that a closing has taken keeps its method and reference.
 */
export class Migration20261124120000 extends Migration {
  override async up(): Promise<void> {
    const money = (column: string) =>
      `"${column}" numeric not null default 0 check ("${column}" > -1e15 and "${column}" < 1e15)`
    this.addSql(`create table if not exists "client_closing" (
       "id" text primary key,
       "market" text not null default 'store',
       "number" integer not null,
       "currency_code" text not null,
       "decimal_digits" smallint not null,
       "day" date not null,
       "opened_at" timestamptz not null,
       "closed_at" timestamptz not null default clock_timestamp(),
       ${money("opening_float")},
       ${money("cash_left")},
       ${money("received")},
       ${money("paid_out")},
       ${money("reversed")},
       "methods" jsonb not null,
       "cash_count" jsonb null,
       "lines" jsonb not null,
       "orders" jsonb not null,
       "taxes" jsonb not null,
       "totals" jsonb not null,
       "chain_heads" jsonb not null,
       "chain_digest" text not null,
       "note" text null,
       "actor_id" text null,
       "previous_hash" text null,
       "hash" text not null,
       unique ("market", "number")
     );`)
    this.addSql(`alter table "client_receipt"
       add column if not exists "closing_id" text null references "client_closing" ("id"),
       add column if not exists "reversal_closing_id" text null references "client_closing" ("id");`)
    this.addSql(
      `create index if not exists "IDX_client_receipt_closing" on "client_receipt" ("closing_id", "id");`
    )
    this
      .addSql(`create index if not exists "IDX_client_receipt_open_reversal" on "client_receipt" ("id")
       where "reversed_at" is not null and "reversal_closing_id" is null;`)
    this
      .addSql(`create index if not exists "IDX_client_receipt_reversal_closing" on "client_receipt" ("reversal_closing_id")
       where "reversal_closing_id" is not null;`)
    this
      .addSql(`alter table "client_ledger_settings" add column if not exists "cash_limit" numeric null default 1000
       check ("cash_limit" > 0 and "cash_limit" < 1e15);`)

    this.addSql(`
create or replace function client_closing_hash(closing client_closing) returns text language plpgsql stable as $$
begin
  return encode(sha256(convert_to(jsonb_build_array(
    'client-closing/1', closing.previous_hash, closing.id, closing.market, closing.number, closing.currency_code,
    closing.day, to_char(closing.opened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    to_char(closing.closed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    trim_scale(closing.opening_float)::text, trim_scale(closing.cash_left)::text, trim_scale(closing.received)::text,
    trim_scale(closing.paid_out)::text, trim_scale(closing.reversed)::text, closing.methods, closing.cash_count,
    closing.lines, closing.orders, closing.taxes, closing.totals, closing.chain_digest, closing.note, closing.actor_id
  )::text, 'UTF8')), 'hex');
end
$$;`)

    // The lock makes closings take turns: the next one sees this one's number and hash.
    this.addSql(`
create or replace function client_closing_chain() returns trigger language plpgsql as $$
declare
  last record;
begin
  perform pg_advisory_xact_lock(hashtext('client_closing ' || new.market));
  select number, hash, day into last from client_closing where market = new.market order by number desc limit 1;
  new.number := coalesce(last.number, 0) + 1;
  new.previous_hash := last.hash;
  if new.day < last.day then
    raise exception 'day: closing % is of % already; a closing can not be of a day before it', last.number, last.day
      using errcode = 'CL400';
  end if;
  new.closed_at := clock_timestamp();
  new.chain_digest := encode(sha256(convert_to(new.chain_heads::text, 'UTF8')), 'hex');
  new.hash := client_closing_hash(new);
  return new;
end
$$;`)
    this.addSql(`create trigger client_closing_chain before insert on client_closing
      for each row execute function client_closing_chain();`)
    this.addSql(`create trigger client_closing_append_only before update or delete on client_closing
      for each row execute function client_ledger_refuse();`)

    this.addSql(`
create or replace function client_receipt_closed() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.closing_id is not null or new.reversal_closing_id is not null then
      raise exception 'Receipt %: a closing takes it, it is not born in one', new.id using errcode = 'CL403';
    end if;
    return new;
  end if;
  if (old.closing_id is not null and new.closing_id is distinct from old.closing_id)
     or (old.reversal_closing_id is not null and new.reversal_closing_id is distinct from old.reversal_closing_id)
     or (new.reversal_closing_id is not null and (new.closing_id is null or new.reversed_at is null)) then
    raise exception 'Receipt %: the closing that took it stays', old.id using errcode = 'CL403';
  end if;
  if old.closing_id is not null
     and (new.method, new.reference, new.provider_id) is distinct from (old.method, old.reference, old.provider_id) then
    raise exception 'This payment is in closing no. %, so that its method and reference stay: reverse it and record it again',
      (select number from client_closing where id = old.closing_id) using errcode = 'CL409';
  end if;
  return new;
end
$$;`)
    this.addSql(`create trigger client_receipt_closed before insert or update on client_receipt
      for each row execute function client_receipt_closed();`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop trigger if exists client_receipt_closed on client_receipt;`)
    this.addSql(`drop function if exists client_receipt_closed();`)
    this.addSql(
      `alter table "client_receipt" drop column if exists "closing_id", drop column if exists "reversal_closing_id";`
    )
    this.addSql(`alter table "client_ledger_settings" drop column if exists "cash_limit";`)
    this.addSql(`drop trigger if exists client_closing_chain on client_closing;`)
    this.addSql(`drop trigger if exists client_closing_append_only on client_closing;`)
    this.addSql(`drop function if exists client_closing_chain();`)
    this.addSql(`drop function if exists client_closing_hash(client_closing);`)
    this.addSql(`drop table if exists "client_closing" cascade;`)
  }
}
