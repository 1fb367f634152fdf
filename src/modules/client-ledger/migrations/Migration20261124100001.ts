import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * The rules that the database keeps by itself: one function that posts, and triggers that refuse every other
 * way of changing an account's balance or an entry. There is no trigger on TRUNCATE, on purpose: Medusa's
 * test-utils truncates every table, and a shop's own tests must go on working.
 */
export class Migration20261124100001 extends Migration {
  override async up(): Promise<void> {
    // SQLSTATE class CL: CL404 no such account, CL409 key taken by another posting, CL400 refused amount,
    // CL403 an edit that the ledger forbids.
    this.addSql(`
create or replace function client_ledger_entry_hash(entry client_ledger_entry, previous_hash text)
returns text language sql stable as $$
  -- A JSON array can't be read in two ways, whatever a note holds; its first element is the form's version.
  select encode(sha256(convert_to(jsonb_build_array(
    'client-ledger/1', previous_hash, entry.id, entry.account_id, entry.currency_code, entry.sequence, entry.type,
    trim_scale(entry.amount)::text, trim_scale(entry.balance_after)::text, entry.order_id, entry.receipt_id,
    entry.reverses_id, entry.source_type, entry.source_id, entry.source_seq, entry.note, entry.value_date,
    entry.actor_id, to_char(entry.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
  )::text, 'UTF8')), 'hex')
$$;`)

    this.addSql(`
create or replace function client_ledger_post(postings jsonb)
returns setof client_ledger_entry language plpgsql as $$
declare
  account client_account;
  posting client_ledger_entry;
  standing client_ledger_entry;
begin
  -- Locked in a fixed order, before anything is read, so that callers neither deadlock nor miss each other's entries.
  perform 1 from client_account
    where id in (select p->>'account_id' from jsonb_array_elements(postings) p)
    order by id for no key update;

  for posting in
    select entry.*
    from jsonb_array_elements(postings) with ordinality as given(value, position),
      lateral jsonb_populate_record(null::client_ledger_entry, given.value) as entry
    order by entry.account_id, given.position
  loop
    if account.id is distinct from posting.account_id then
      perform client_ledger_settle(account);
      select * into account from client_account where id = posting.account_id;
      if not found then
        raise exception 'Client account % does not exist', posting.account_id using errcode = 'CL404';
      end if;
    end if;

    posting.source_seq := coalesce(posting.source_seq, 0);
    select * into standing from client_ledger_entry
      where source_type = posting.source_type and source_id = posting.source_id and source_seq = posting.source_seq;
    if found then
      if (standing.account_id, standing.amount, standing.type)
           is distinct from (posting.account_id, posting.amount, posting.type)
         or standing.order_id is distinct from posting.order_id then
        raise exception 'Already posted with another amount, account or order: % % %',
          posting.source_type, posting.source_id, posting.source_seq using errcode = 'CL409';
      end if;
      return next standing;
      continue;
    end if;

    if posting.amount is null or scale(trim_scale(posting.amount)) > account.decimal_digits then
      raise exception 'The amount % is finer than % allows', posting.amount, account.currency_code using errcode = 'CL400';
    end if;

    account.entry_count := account.entry_count + 1;
    account.balance := account.balance + posting.amount;
    posting.id := coalesce(posting.id, 'clent_' || replace(gen_random_uuid()::text, '-', ''));
    posting.currency_code := account.currency_code;
    posting.sequence := account.entry_count;
    posting.balance_after := account.balance;
    posting.created_at := clock_timestamp();
    posting.value_date := coalesce(posting.value_date, current_date);
    posting.hash := client_ledger_entry_hash(posting, account.chain_head);
    account.chain_head := posting.hash;
    account.last_entry_at := posting.created_at;

    insert into client_ledger_entry (
      id, account_id, currency_code, sequence, type, amount, balance_after, order_id, receipt_id, reverses_id,
      source_type, source_id, source_seq, note, value_date, actor_id, hash, created_at, updated_at
    ) values (
      posting.id, posting.account_id, posting.currency_code, posting.sequence, posting.type, posting.amount,
      posting.balance_after, posting.order_id, posting.receipt_id, posting.reverses_id, posting.source_type,
      posting.source_id, posting.source_seq, posting.note, posting.value_date, posting.actor_id, posting.hash,
      posting.created_at, posting.created_at
    );
    return next posting;
  end loop;
  perform client_ledger_settle(account);
end
$$;`)

    this.addSql(`
create or replace function client_ledger_settle(account client_account) returns void language sql as $$
  update client_account set
    balance = account.balance, entry_count = account.entry_count, chain_head = account.chain_head,
    last_entry_at = account.last_entry_at, updated_at = account.last_entry_at
  where id = account.id and entry_count <> account.entry_count
$$;`)

    this.addSql(`
create or replace function client_ledger_entry_check() returns trigger language plpgsql as $$
declare
  previous client_ledger_entry;
begin
  select * into previous from client_ledger_entry
    where account_id = new.account_id and sequence = new.sequence - 1;
  if (new.sequence > 1 and previous.id is null)
     or new.balance_after <> coalesce(previous.balance_after, 0) + new.amount
     or new.hash <> client_ledger_entry_hash(new, previous.hash) then
    raise exception 'Entry % does not follow the one before it on account %', new.sequence, new.account_id
      using errcode = 'CL403', hint = 'Entries are posted by client_ledger_post.';
  end if;
  return new;
end
$$;`)
    this.addSql(`create trigger client_ledger_entry_check before insert on client_ledger_entry
      for each row execute function client_ledger_entry_check();`)

    this.addSql(`
create or replace function client_ledger_refuse() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, lower(tg_op)
    using errcode = 'CL403', hint = 'Reverse it instead.';
end
$$;`)
    for (const table of ["client_ledger_entry", "client_receipt_change"]) {
      this.addSql(`create trigger ${table}_append_only before update or delete on ${table}
        for each row execute function client_ledger_refuse();`)
    }
    this.addSql(`create trigger client_receipt_no_delete before delete on client_receipt
      for each row execute function client_ledger_refuse();`)

    this.addSql(`
create or replace function client_receipt_guard() returns trigger language plpgsql as $$
begin
  if (new.id, new.account_id, new.currency_code, new.direction, new.amount, new.value_date, new.source_type, new.source_id)
       is distinct from
     (old.id, old.account_id, old.currency_code, old.direction, old.amount, old.value_date, old.source_type, old.source_id)
     or (old.reversed_at is not null and new.reversed_at is distinct from old.reversed_at)
     or new.deleted_at is not null then
    raise exception 'Receipt %: only its method and reference can be corrected', old.id
      using errcode = 'CL403', hint = 'Reverse it and record the right one.';
  end if;
  return new;
end
$$;`)
    this.addSql(`create trigger client_receipt_guard before update on client_receipt
      for each row execute function client_receipt_guard();`)

    this.addSql(`
create or replace function client_account_guard() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.entry_count > 0 then
      raise exception 'Client account % has entries and can not be deleted', old.id using errcode = 'CL403';
    end if;
    return old;
  end if;
  if (new.id, new.market, new.customer_id, new.currency_code, new.decimal_digits)
       is distinct from (old.id, old.market, old.customer_id, old.currency_code, old.decimal_digits) then
    raise exception 'Client account %: its customer and currency are fixed', old.id using errcode = 'CL403';
  end if;
  if new.deleted_at is not null and new.entry_count > 0 then
    raise exception 'Client account % has entries and can not be deleted', old.id using errcode = 'CL403';
  end if;
  if (new.balance, new.entry_count) is distinct from (old.balance, old.entry_count)
     or new.chain_head is distinct from old.chain_head then
    perform 1 from client_ledger_entry
      where account_id = new.id and sequence = new.entry_count
        and balance_after = new.balance and hash = new.chain_head and new.entry_count > old.entry_count;
    if not found then
      raise exception 'Client account %: its balance is the one after its last entry', old.id
        using errcode = 'CL403', hint = 'Balances are moved by client_ledger_post.';
    end if;
  end if;
  return new;
end
$$;`)
    this.addSql(`create trigger client_account_guard before update or delete on client_account
      for each row execute function client_account_guard();`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop trigger if exists client_account_guard on client_account;`)
    this.addSql(`drop trigger if exists client_receipt_guard on client_receipt;`)
    this.addSql(`drop trigger if exists client_receipt_no_delete on client_receipt;`)
    this.addSql(`drop trigger if exists client_receipt_change_append_only on client_receipt_change;`)
    this.addSql(`drop trigger if exists client_ledger_entry_append_only on client_ledger_entry;`)
    this.addSql(`drop trigger if exists client_ledger_entry_check on client_ledger_entry;`)
    for (const signature of [
      "client_account_guard()",
      "client_receipt_guard()",
      "client_ledger_refuse()",
      "client_ledger_entry_check()",
      "client_ledger_post(jsonb)",
      "client_ledger_settle(client_account)",
      "client_ledger_entry_hash(client_ledger_entry, text)",
    ]) {
      this.addSql(`drop function if exists ${signature};`)
    }
  }
}
