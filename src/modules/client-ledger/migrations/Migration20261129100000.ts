import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * The bank's statement: accounts at the bank, the files that were read, and each line once. A line that was accepted names
 * the receipt, deposit slip or closing whose money it is, each of which is in one line at most.
 */
export class Migration20261129100000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "bank_account" (
       "id" text primary key,
       "market" text not null default 'store',
       "name" text not null,
       "number" text not null,
       "currency_code" text not null,
       "csv_format" jsonb null,
       "actor_id" text null,
       "created_at" timestamptz not null default clock_timestamp(),
       "updated_at" timestamptz not null default clock_timestamp(),
       unique ("market", "number")
     );`)
    this.addSql(`create table if not exists "bank_statement" (
       "id" text primary key,
       "bank_account_id" text not null references "bank_account" ("id"),
       "file_name" text not null,
       "format" text not null check ("format" in ('camt.053', 'ofx', 'csv')),
       "lines" integer not null,
       "added" integer not null,
       "exact" integer not null,
       "first_day" date null,
       "last_day" date null,
       "actor_id" text null,
       "created_at" timestamptz not null default clock_timestamp()
     );`)
    this.addSql(`create table if not exists "bank_line" (
       "id" text primary key,
       "bank_account_id" text not null references "bank_account" ("id"),
       "statement_id" text not null references "bank_statement" ("id") deferrable initially deferred,
       "key" text not null,
       "position" integer not null,
       "booked_on" date not null,
       "value_date" date not null,
       "amount" numeric not null check ("amount" <> 0 and abs("amount") < 1e15),
       "currency_code" text not null,
       "counterparty" text null,
       "label" text not null,
       "remarks" text[] not null default '{}',
       "account_numbers" integer[] not null default '{}',
       "order_numbers" integer[] not null default '{}',
       "bank_reference" text null,
       "state" text not null default 'open' check ("state" in ('open', 'accepted', 'set_aside')),
       "receipt_id" text null unique references "client_receipt" ("id"),
       "cheque_deposit_id" text null unique references "cheque_deposit" ("id"),
       "closing_id" text null unique references "client_closing" ("id"),
       "note" text null,
       "created_at" timestamptz not null default clock_timestamp(),
       "updated_at" timestamptz not null default clock_timestamp(),
       unique ("bank_account_id", "key"),
       check (num_nonnulls("receipt_id", "cheque_deposit_id", "closing_id") = ("state" = 'accepted')::int),
       check (("note" is not null) = ("state" = 'set_aside')),
       check ("state" <> 'accepted' or "amount" > 0)
     );`)
    this.addSql(
      `create index if not exists "IDX_bank_line_list" on "bank_line" ("state", "booked_on" desc, "id");`
    )
    this.addSql(`create index if not exists "IDX_bank_line_referenced" on "bank_line" ("id")
       where "state" = 'open' and ("account_numbers" <> '{}' or "order_numbers" <> '{}');`)
    this.addSql(`create table if not exists "bank_line_act" (
       "id" text primary key,
       "bank_line_id" text not null references "bank_line" ("id"),
       "act" text not null check ("act" in ('accepted', 'set_aside', 'brought_back')),
       "receipt_id" text null,
       "cheque_deposit_id" text null,
       "closing_id" text null,
       "note" text null,
       "actor_id" text null,
       "created_at" timestamptz not null default clock_timestamp()
     );`)
    this.addSql(`create trigger bank_line_act_append_only before update or delete on bank_line_act
        for each row execute function client_ledger_refuse();`)

    this.addSql(`
create or replace function bank_line_guard() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'A line of the bank''s statement stays: set it aside instead' using errcode = 'CL403';
  end if;
  if (new.id, new.bank_account_id, new.statement_id, new.key, new.position, new.booked_on, new.value_date, new.amount,
       new.currency_code, new.counterparty, new.label, new.remarks, new.bank_reference) is distinct from
     (old.id, old.bank_account_id, old.statement_id, old.key, old.position, old.booked_on, old.value_date, old.amount,
       old.currency_code, old.counterparty, old.label, old.remarks, old.bank_reference) then
    raise exception 'What the bank wrote stays' using errcode = 'CL403';
  end if;
  if new.receipt_id is not null and new.receipt_id is distinct from old.receipt_id then
    perform 1 from client_receipt where id = new.receipt_id and direction = 'in' and amount = new.amount
      and currency_code = new.currency_code and reversed_at is null;
    if not found then
      raise exception 'Receipt % is not what this line of the statement says', new.receipt_id using errcode = 'CL400';
    end if;
  end if;
  return new;
end
$$;`)
    this.addSql(`create trigger bank_line_guard before update or delete on bank_line
      for each row execute function bank_line_guard();`)

    // Whoever reverses it: the money is on the statement all the same, and is somebody's.
    this.addSql(`
create or replace function bank_line_reopen() returns trigger language plpgsql as $$
begin
  update bank_line set state = 'open', receipt_id = null, updated_at = now() where receipt_id = new.id;
  return null;
end
$$;`)
    this.addSql(`create trigger bank_line_reopen after update on client_receipt for each row
      when (new.reversed_at is not null and old.reversed_at is null)
      execute function bank_line_reopen();`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop trigger if exists bank_line_reopen on client_receipt;`)
    for (const table of ["bank_line_act", "bank_line", "bank_statement", "bank_account"]) {
      this.addSql(`drop table if exists "${table}" cascade;`)
    }
    for (const name of ["reopen", "guard"]) {
      this.addSql(`drop function if exists bank_line_${name}();`)
    }
  }
}
