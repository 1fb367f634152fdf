import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * The rules that the database keeps by itself: whatever inserts an entry continues its account's chain and moves
 * its balance, or is refused; nothing else changes a balance or an entry. There is no trigger on TRUNCATE, on
 * purpose: Medusa's test-utils truncates every table, and a shop's own tests must go on working.
 */
export class Migration20261124100001 extends Migration {
  override async up(): Promise<void> {
    // SQLSTATE class CL: CL404 no such account, CL409 key taken by another posting, CL400 refused value,
    // CL403 an edit that the ledger forbids.
    this.addSql(`
create or replace function client_ledger_entry_hash(entry client_ledger_entry, previous_hash text)
returns text language plpgsql stable as $$
begin
  -- A JSON array can't be read in two ways, whatever a note holds; its first element is the form's version.
  return encode(sha256(convert_to(jsonb_build_array(
    'client-ledger/1', previous_hash, entry.id, entry.account_id, entry.currency_code, entry.sequence, entry.type,
    trim_scale(entry.amount)::text, trim_scale(entry.balance_after)::text, entry.order_id, entry.receipt_id,
    entry.reverses_id, entry.source_type, entry.source_id, entry.source_seq, entry.note, entry.value_date,
    entry.actor_id, to_char(entry.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
  )::text, 'UTF8')), 'hex');
end
$$;`)

    this.addSql(`
create or replace function client_ledger_raw_amount(amount numeric) returns jsonb language plpgsql immutable as $$
begin
  return jsonb_build_object('value', trim_scale(amount)::text, 'precision', 20);
end
$$;`)

    this.addSql(`
create or replace function client_ledger_entry_chain() returns trigger language plpgsql as $$
declare
  given constant client_ledger_entry := new;
  account record;
  noted text;
begin
  -- The account stays locked until the transaction ends, so that its entries are written by one at a time.
  select currency_code, decimal_digits, entry_count, balance, chain_head into account
    from client_account where id = new.account_id for no key update;
  if not found then
    raise exception 'Client account % does not exist', new.account_id using errcode = 'CL404';
  end if;
  -- Its last entry may be of this very statement, which settles the account only when it ends.
  if split_part(current_setting('client_ledger.last_entry', true), ' ', 1) = new.account_id then
    noted := set_config('client_ledger.repeats_account', 'yes', true);
    select sequence, balance_after, hash into account.entry_count, account.balance, account.chain_head
      from client_ledger_entry where account_id = new.account_id order by sequence desc limit 1;
  end if;

  new.currency_code := account.currency_code;
  new.sequence := coalesce(account.entry_count, 0) + 1;
  new.balance_after := coalesce(account.balance, 0) + new.amount;
  noted := set_config('client_ledger.last_entry', new.account_id || ' ' || new.sequence, true);
  -- NaN sorts above every number.
  if new.amount is null or new.amount = 0 or abs(new.amount) >= 1e15 then
    raise exception 'amount: must be a number other than zero, below 1e15' using errcode = 'CL400';
  end if;
  if scale(trim_scale(new.amount)) > account.decimal_digits then
    raise exception 'amount: % is finer than % allows', new.amount, account.currency_code using errcode = 'CL400';
  end if;
  if abs(new.balance_after) >= 1e15 then
    raise exception 'amount: the balance would be too large' using errcode = 'CL400';
  end if;
  if new.type not in ('order', 'capture', 'refund', 'receipt', 'payout', 'adjustment', 'write_off',
       'opening_balance', 'reversal') or (new.type = 'reversal') <> (new.reverses_id is not null) then
    raise exception 'type: % is refused', new.type using errcode = 'CL400';
  end if;

  new.created_at := clock_timestamp();
  new.updated_at := new.created_at;
  new.deleted_at := null;
  new.hash := client_ledger_entry_hash(new, account.chain_head);
  new.raw_amount := client_ledger_raw_amount(new.amount);
  new.raw_balance_after := client_ledger_raw_amount(new.balance_after);
  if given.currency_code <> new.currency_code or given.sequence <> new.sequence
     or given.balance_after <> new.balance_after or given.hash <> new.hash then
    raise exception 'Entry % does not follow the one before it on account %', given.sequence, new.account_id
      using errcode = 'CL403', hint = 'Entries are posted by client_ledger_post.';
  end if;
  return new;
end
$$;`)
    this.addSql(`create trigger client_ledger_entry_chain before insert on client_ledger_entry
      for each row execute function client_ledger_entry_chain();`)

    // Of a statement's entries on an account only the last settles it: a row updated a thousand times in one
    // transaction would be a thousand versions to read through. It's the last one where no account comes twice, where
    // it is the statement's last, or where none follows it.
    this.addSql(`
create or replace function client_ledger_entry_settle() returns trigger language plpgsql as $$
begin
  if current_setting('client_ledger.repeats_account', true) = 'yes'
     and current_setting('client_ledger.last_entry') <> new.account_id || ' ' || new.sequence then
    perform 1 from client_ledger_entry where account_id = new.account_id and sequence = new.sequence + 1;
    if found then
      return null;
    end if;
  end if;
  update client_account set
    balance = new.balance_after, raw_balance = new.raw_balance_after, entry_count = new.sequence,
    chain_head = new.hash, last_entry_at = new.created_at, updated_at = new.created_at
  where id = new.account_id;
  return null;
end
$$;`)
    this.addSql(`create trigger client_ledger_entry_settle after insert on client_ledger_entry
      for each row execute function client_ledger_entry_settle();`)

    // Without seqscan: a plan that a connection made while the tables were small would go on scanning them.
    this.addSql(`
create or replace function client_ledger_post(postings jsonb)
returns setof client_ledger_entry language plpgsql set enable_seqscan = off as $$
declare
  posted integer;
  conflict client_ledger_entry;
begin
  -- Accounts are locked in a fixed order, so that callers don't wait for each other in a ring.
  if jsonb_array_length(postings) > 1 then
    postings := (select jsonb_agg(given.posting order by given.posting->>'account_id', given.position)
      from jsonb_array_elements(postings) with ordinality as given(posting, position));
  end if;

  return query
    insert into client_ledger_entry as entry (
      id, account_id, type, amount, order_id, receipt_id, reverses_id, source_type, source_id, source_seq, note,
      value_date, actor_id
    )
    select posting->>'id', posting->>'account_id', posting->>'type', (posting->>'amount')::numeric,
      posting->>'order_id', posting->>'receipt_id', posting->>'reverses_id', posting->>'source_type',
      posting->>'source_id', coalesce((posting->>'source_seq')::integer, 0), posting->>'note',
      coalesce((posting->>'value_date')::date, current_date), posting->>'actor_id'
    from jsonb_array_elements(postings) posting
    on conflict (source_type, source_id, source_seq) do nothing
    returning entry.*;
  get diagnostics posted = row_count;
  if posted = jsonb_array_length(postings) then
    return;
  end if;

  -- The others were posted before, and are answered with the entries that stand: those with another id.
  select standing.* into conflict from jsonb_array_elements(postings) posting, client_ledger_entry standing
    where (standing.source_type, standing.source_id, standing.source_seq)
        = (posting->>'source_type', posting->>'source_id', coalesce((posting->>'source_seq')::integer, 0))
      and (standing.account_id, standing.type, standing.amount, standing.order_id) is distinct from
          (posting->>'account_id', posting->>'type', (posting->>'amount')::numeric, posting->>'order_id')
    limit 1;
  if found then
    raise exception 'Already posted with another amount, account or order: % % %',
      conflict.source_type, conflict.source_id, conflict.source_seq using errcode = 'CL409';
  end if;
  return query
    select standing.* from jsonb_array_elements(postings) posting, client_ledger_entry standing
    where (standing.source_type, standing.source_id, standing.source_seq)
        = (posting->>'source_type', posting->>'source_id', coalesce((posting->>'source_seq')::integer, 0))
      and standing.id <> posting->>'id';
end
$$;`)

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
  if tg_op = 'INSERT' then
    if not exists (select from client_account where id = new.account_id and currency_code = new.currency_code) then
      raise exception 'Receipt %: there is no account % in %', new.id, new.account_id, new.currency_code
        using errcode = 'CL404';
    end if;
    return new;
  end if;
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
    this.addSql(`create trigger client_receipt_guard before insert or update on client_receipt
      for each row execute function client_receipt_guard();`)

    this.addSql(`
create or replace function client_account_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'Client account: %', tg_argv[0] using errcode = 'CL403', hint = tg_argv[1];
end
$$;`)
    this.addSql(`create trigger client_account_opens before insert on client_account for each row
      when (new.balance <> 0 or new.entry_count <> 0 or new.chain_head is not null or new.last_entry_at is not null
        or new.raw_balance <> '{"value":"0","precision":20}' or new.decimal_digits not between 0 and 6)
      execute function client_account_refuse('an account starts at zero', 'Post its first entry.');`)
    this.addSql(`create trigger client_account_stays before delete on client_account for each row
      when (old.entry_count > 0)
      execute function client_account_refuse('an account with entries can not be deleted', 'It may stay at zero.');`)
    // For each statement, not for each row: a trigger of rows would make the posting read the account's row again.
    this
      .addSql(`create trigger client_account_fixed before update of id, market, customer_id, currency_code, decimal_digits, deleted_at
      on client_account for each statement
      execute function client_account_refuse('its customer and currency are fixed, and it is never deleted', 'Open another.');`)
    // The update that settles an entry comes from a trigger; anybody else's doesn't.
    this
      .addSql(`create trigger client_account_balance before update of balance, raw_balance, entry_count, chain_head, last_entry_at
      on client_account for each statement when (pg_trigger_depth() = 0)
      execute function client_account_refuse('its balance is the one after its last entry', 'Post an entry.');`)
  }

  override async down(): Promise<void> {
    for (const trigger of ["opens", "stays", "fixed", "balance"]) {
      this.addSql(`drop trigger if exists client_account_${trigger} on client_account;`)
    }
    this.addSql(`drop trigger if exists client_receipt_guard on client_receipt;`)
    this.addSql(`drop trigger if exists client_receipt_no_delete on client_receipt;`)
    this.addSql(
      `drop trigger if exists client_receipt_change_append_only on client_receipt_change;`
    )
    this.addSql(`drop trigger if exists client_ledger_entry_append_only on client_ledger_entry;`)
    this.addSql(`drop trigger if exists client_ledger_entry_settle on client_ledger_entry;`)
    this.addSql(`drop trigger if exists client_ledger_entry_chain on client_ledger_entry;`)
    for (const signature of [
      "client_account_refuse()",
      "client_receipt_guard()",
      "client_ledger_refuse()",
      "client_ledger_post(jsonb)",
      "client_ledger_entry_settle()",
      "client_ledger_entry_chain()",
      "client_ledger_raw_amount(numeric)",
      "client_ledger_entry_hash(client_ledger_entry, text)",
    ]) {
      this.addSql(`drop function if exists ${signature};`)
    }
  }
}
