import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * The accountant's journal: a balanced piece for each entry and each deposit slip, numbered at a closing and kept as it was
 * written then; the letters of what is settled; and the market's chart of accounts.
 */
export class Migration20261129110000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "client_journal_settings" (
       "id" text primary key,
       "siren" text null check ("siren" ~ '^[0-9]{9}$'),
       "accounts" jsonb not null default '{}',
       "updated_at" timestamptz not null default clock_timestamp()
     );`)
    this.addSql(
      `insert into "client_journal_settings" ("id") values ('store') on conflict do nothing;`
    )

    this.addSql(`
create or replace function client_journal_balance(lines jsonb) returns numeric language sql immutable as $$
  select sum((line->>'amount')::numeric) from jsonb_array_elements(lines) line
$$;`)
    // A transfer's two entries, and the two that take it back, are one piece: the one that takes money off an account bears it.
    this.addSql(`
create or replace function client_journal_pair(entry client_ledger_entry) returns text language plpgsql stable as $$
begin
  if entry.source_type = 'transfer' then
    return (select other.id from client_ledger_entry other
      where other.source_type = 'transfer' and other.source_id = entry.source_id and other.id <> entry.id);
  end if;
  if entry.type <> 'reversal' or entry.receipt_id is not null then
    return null;
  end if;
  return (select taken_back.id from client_ledger_entry reversed
    join client_ledger_entry other on other.source_type = 'transfer' and other.source_id = reversed.source_id
      and other.id <> reversed.id
    join client_ledger_entry taken_back on taken_back.reverses_id = other.id
    where reversed.id = entry.reverses_id and reversed.source_type = 'transfer');
end
$$;`)
    this.addSql(`
create or replace function client_journal_source(entry client_ledger_entry) returns text language plpgsql stable as $$
begin
  return case when entry.amount > 0 then coalesce(client_journal_pair(entry), entry.id) else entry.id end;
end
$$;`)
    // Ordered as they are written in a file: by position, which follows their days.
    this.addSql(`create table if not exists "client_journal_piece" (
       "id" text primary key,
       "currency_code" text not null,
       "position" integer not null,
       "closing_id" text not null references "client_closing" ("id"),
       "journal" text not null check ("journal" in ('VE', 'CA', 'CH', 'BQ', 'CB', 'OD')),
       "number" integer not null,
       "day" date not null,
       "valid_on" date not null,
       "reference" text not null,
       "referred_on" date not null,
       "label" text not null,
       "order_id" text null,
       "entry_id" text null unique references "client_ledger_entry" ("id"),
       "deposit_id" text null unique references "cheque_deposit" ("id"),
       "lines" jsonb not null,
       unique ("currency_code", "position"),
       unique ("currency_code", "journal", "number"),
       check (("entry_id" is null) <> ("deposit_id" is null)),
       check (jsonb_array_length("lines") >= 2 and client_journal_balance("lines") = 0)
     );`)
    this.addSql(
      `create index if not exists "IDX_client_journal_piece_day" on "client_journal_piece" ("currency_code", "day", "position");`
    )
    this
      .addSql(`create index if not exists "IDX_client_journal_piece_order" on "client_journal_piece" ("order_id")
       where "order_id" is not null;`)
    // Up to which entry all of an account's are numbered: only what comes after it is looked through.
    this.addSql(`create table if not exists "client_journal_mark" (
       "account_id" text primary key references "client_account" ("id"),
       "entries" integer not null
     );`)
    this.addSql(`create table if not exists "client_journal_letter" (
       "entry_id" text primary key references "client_ledger_entry" ("id"),
       "account_id" text not null references "client_account" ("id"),
       "ordinal" integer not null check ("ordinal" > 0),
       "code" text not null,
       "closing_id" text not null references "client_closing" ("id"),
       "day" date not null
     );`)
    this.addSql(
      `create index if not exists "IDX_client_journal_letter_account" on "client_journal_letter" ("account_id", "ordinal");`
    )
    for (const table of ["client_journal_piece", "client_journal_letter"]) {
      this.addSql(`create trigger ${table}_append_only before update or delete on ${table}
        for each row execute function client_ledger_refuse();`)
    }
    this.addSql(replaceSubjects("''settings''::text", "''settings''::text, ''journal''::text"))
  }

  override async down(): Promise<void> {
    this.addSql(replaceSubjects("''settings''::text, ''journal''::text", "''settings''::text"))
    for (const table of ["letter", "mark", "piece", "settings"]) {
      this.addSql(`drop table if exists "client_journal_${table}" cascade;`)
    }
    this.addSql(`drop function if exists client_journal_balance(jsonb);`)
    this.addSql(`drop function if exists client_journal_source(client_ledger_entry);`)
    this.addSql(`drop function if exists client_journal_pair(client_ledger_entry);`)
  }
}

/** Whatever other subjects of changes the list holds by then. */
const replaceSubjects = (from: string, to: string) => `
do $$
declare
  rule record;
begin
  select conname, pg_get_constraintdef(oid) as definition into strict rule from pg_constraint
    where conrelid = 'client_ledger_change'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%subject%';
  execute format('alter table client_ledger_change drop constraint %I', rule.conname);
  execute format('alter table client_ledger_change add constraint %I ', rule.conname)
    || replace(rule.definition, '${from}', '${to}');
end
$$;`
