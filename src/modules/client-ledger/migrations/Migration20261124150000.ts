import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { replaceEntryTypes } from "../utils/replace-entry-types"

/**
 * Cheques and their deposit slips: a slip is numbered without a gap per currency, and keeps what was written on it. A
 * cheque is in one live slip at most; while it is, its receipt keeps its method, and is reversed only once it bounced.
 */
export class Migration20261124150000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "cheque_deposit" (
       "id" text primary key,
       "market" text not null default 'store',
       "number" integer not null,
       "currency_code" text not null,
       "status" text not null default 'open' check ("status" in ('open', 'deposited', 'cleared', 'canceled')),
       "count" integer not null check ("count" > 0),
       "total" numeric not null check ("total" > 0 and "total" < 1e15),
       "note" text null,
       "actor_id" text null,
       "deposited_on" date null,
       "deposited_by" text null,
       "canceled_at" timestamptz null,
       "canceled_by" text null,
       "created_at" timestamptz not null default clock_timestamp(),
       "updated_at" timestamptz not null default clock_timestamp(),
       unique ("market", "currency_code", "number"),
       check (("deposited_on" is not null) = ("status" in ('deposited', 'cleared'))),
       check (("canceled_at" is not null) = ("status" = 'canceled'))
     );`)
    this.addSql(`create table if not exists "cheque_deposit_line" (
       "deposit_id" text not null references "cheque_deposit" ("id"),
       "receipt_id" text not null references "client_receipt" ("id"),
       "account_id" text not null,
       "position" integer not null,
       "drawer" text not null,
       "bank" text null,
       "cheque_number" text null,
       "amount" numeric not null,
       "state" text not null default 'in_slip'
         check ("state" in ('in_slip', 'deposited', 'cleared', 'bounced', 'canceled')),
       "settled_on" date null,
       "settled_by" text null,
       "created_at" timestamptz not null default clock_timestamp(),
       "updated_at" timestamptz not null default clock_timestamp(),
       primary key ("deposit_id", "receipt_id"),
       unique ("deposit_id", "position"),
       check (("settled_on" is not null) = ("state" in ('cleared', 'bounced')))
     );`)
    this
      .addSql(`create unique index if not exists "UQ_cheque_deposit_line_live" on "cheque_deposit_line" ("receipt_id")
       where "state" <> 'canceled';`)
    this
      .addSql(`create index if not exists "IDX_cheque_deposit_line_bank" on "cheque_deposit_line" ("account_id", "created_at" desc)
       where "bank" is not null;`)
    this
      .addSql(`create index if not exists "IDX_client_receipt_cheque" on "client_receipt" ("value_date", "id")
       where "method" = 'cheque' and "direction" = 'in';`)
    this
      .addSql(`create index if not exists "IDX_client_receipt_cheque_reference" on "client_receipt" ("account_id", "reference")
       where "method" = 'cheque' and "direction" = 'in';`)

    // The lock makes slips take turns: the next one sees this one's number.
    this.addSql(`
create or replace function cheque_deposit_number() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('cheque_deposit ' || new.market));
  new.number := 1 + coalesce((select max(number) from cheque_deposit
    where market = new.market and currency_code = new.currency_code), 0);
  new.status := 'open';
  return new;
end
$$;`)
    this.addSql(`create trigger cheque_deposit_number before insert on cheque_deposit
      for each row execute function cheque_deposit_number();`)

    this.addSql(`
create or replace function cheque_deposit_guard() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'Deposit slip no. % keeps its number: cancel it instead', old.number using errcode = 'CL403';
  end if;
  if (new.id, new.market, new.number, new.currency_code, new.count, new.total, new.note, new.actor_id, new.created_at)
       is distinct from
     (old.id, old.market, old.number, old.currency_code, old.count, old.total, old.note, old.actor_id, old.created_at)
     or (old.deposited_on is not null and new.deposited_on is distinct from old.deposited_on) then
    raise exception 'Deposit slip no. %: what was written on it stays', old.number using errcode = 'CL403';
  end if;
  if new.status <> old.status
     and (old.status, new.status) not in (('open', 'deposited'), ('open', 'canceled'), ('deposited', 'cleared')) then
    raise exception 'Deposit slip no. %: it is % and can not become %', old.number, old.status, new.status
      using errcode = 'CL409';
  end if;
  return new;
end
$$;`)
    this.addSql(`create trigger cheque_deposit_guard before update or delete on cheque_deposit
      for each row execute function cheque_deposit_guard();`)

    this.addSql(`
create or replace function cheque_deposit_line_guard() returns trigger language plpgsql as $$
declare
  slip record;
  cheque record;
begin
  if tg_op = 'DELETE' then
    raise exception 'A cheque is not taken out of its deposit slip: cancel the slip' using errcode = 'CL403';
  end if;
  if tg_op = 'INSERT' then
    select status, currency_code into slip from cheque_deposit where id = new.deposit_id;
    -- Locked: nobody reverses it, or says that it was cash, before the slip is written.
    select * into cheque from client_receipt where id = new.receipt_id for no key update;
    if slip.status is distinct from 'open' or cheque.method is distinct from 'cheque' or cheque.direction <> 'in'
       or cheque.reversed_at is not null or cheque.currency_code <> slip.currency_code then
      raise exception 'Receipt % is not a cheque that this deposit slip can take', new.receipt_id using errcode = 'CL400';
    end if;
    new.account_id := cheque.account_id;
    new.amount := cheque.amount;
    new.state := 'in_slip';
    return new;
  end if;
  if (new.deposit_id, new.receipt_id, new.account_id, new.position, new.drawer, new.bank, new.cheque_number, new.amount)
       is distinct from
     (old.deposit_id, old.receipt_id, old.account_id, old.position, old.drawer, old.bank, old.cheque_number, old.amount) then
    raise exception 'What was written on a deposit slip stays' using errcode = 'CL403';
  end if;
  -- A bank credits a cheque before the drawer's own bank has paid it: it may bounce after it was cleared.
  if new.state <> old.state and (old.state, new.state) not in (('in_slip', 'deposited'), ('in_slip', 'canceled'),
       ('deposited', 'cleared'), ('deposited', 'bounced'), ('cleared', 'bounced')) then
    raise exception 'This cheque is % and can not become %', old.state, new.state using errcode = 'CL409';
  end if;
  return new;
end
$$;`)
    this
      .addSql(`create trigger cheque_deposit_line_guard before insert or update or delete on cheque_deposit_line
      for each row execute function cheque_deposit_line_guard();`)

    this.addSql(`
create or replace function client_receipt_in_slip() returns trigger language plpgsql as $$
declare
  slip record;
begin
  select d.number, l.state into slip from cheque_deposit_line l join cheque_deposit d on d.id = l.deposit_id
    where l.receipt_id = old.id and l.state <> 'canceled';
  if slip.state = 'in_slip' then
    raise exception 'This cheque is in deposit slip no. %, which is not deposited yet: cancel the slip first', slip.number
      using errcode = 'CL409';
  end if;
  if new.method <> old.method and slip.state is not null then
    raise exception 'This cheque was deposited with slip no. %: its method stays', slip.number using errcode = 'CL409';
  end if;
  if slip.state in ('deposited', 'cleared') then
    raise exception 'This cheque was deposited with slip no. %: say there that it bounced, which reverses the payment',
      slip.number using errcode = 'CL409';
  end if;
  return new;
end
$$;`)
    this.addSql(`create trigger client_receipt_in_slip before update on client_receipt for each row
      when (new.method <> old.method or new.reversed_at is distinct from old.reversed_at)
      execute function client_receipt_in_slip();`)

    this.addSql(replaceEntryTypes(BEFORE, AFTER))
  }

  override async down(): Promise<void> {
    this.addSql(replaceEntryTypes(AFTER, BEFORE))
    this.addSql(`drop trigger if exists client_receipt_in_slip on client_receipt;`)
    this.addSql(`drop function if exists client_receipt_in_slip();`)
    this.addSql(`drop table if exists "cheque_deposit_line" cascade;`)
    this.addSql(`drop table if exists "cheque_deposit" cascade;`)
    for (const name of ["line_guard", "guard", "number"]) {
      this.addSql(`drop function if exists cheque_deposit_${name}();`)
    }
    this.addSql(`drop index if exists "IDX_client_receipt_cheque";`)
    this.addSql(`drop index if exists "IDX_client_receipt_cheque_reference";`)
  }
}

/** Whatever other kinds the list holds by then. */
const BEFORE = "'reversal') or (new.type"
const AFTER = "'bank_fee', 'reversal') or (new.type"
