import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * The posting function writes an entry and moves its account's balance by itself, in two statements, where two triggers did for
 * each row; whatever else inserts an entry or touches a balance is refused. Entries keep their hashes.
 */
export class Migration20261130090001 extends Migration {
  override async up(): Promise<void> {
    for (const trigger of ["chain", "settle"]) {
      this.addSql(`drop trigger client_ledger_entry_${trigger} on client_ledger_entry;`)
      this.addSql(`drop function client_ledger_entry_${trigger}();`)
    }
    this.addSql(`drop function client_ledger_post(jsonb);`)
    this.addSql(`drop function client_ledger_post(
      text, text, text, numeric, text, text, text, text, text, integer, text, date, text);`)

    this.hash()
    this.rules()
    this.writeRound()
    this.write()
    this.postMany()
    this.postOne()
    this.guards()
  }

  /** In SQL, and of no more than what it is declared to be: that lets PostgreSQL put it in place of its call. */
  private hash() {
    this.addSql(`
create function client_ledger_hash(
  previous_hash text, id text, account_id text, currency_code text, sequence integer, type text, amount numeric,
  balance_after numeric, order_id text, receipt_id text, reverses_id text, source_type text, source_id text,
  source_seq integer, note text, value_date date, actor_id text, created_at timestamptz
) returns text language sql stable as $$
  -- A JSON array can't be read in two ways, whatever a note holds; its first element is the form's version.
  select encode(sha256(convert_to(json_build_array(
    'client-ledger/1', previous_hash, id, account_id, currency_code, sequence, type, trim_scale(amount)::text,
    trim_scale(balance_after)::text, order_id, receipt_id, reverses_id, source_type, source_id, source_seq, note,
    value_date, actor_id, to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
  )::text, 'UTF8')), 'hex')
$$;`)
    this.addSql(`
create or replace function client_ledger_entry_hash(entry client_ledger_entry, previous_hash text)
returns text language sql stable as $$
  select client_ledger_hash(
    previous_hash, entry.id, entry.account_id, entry.currency_code, entry.sequence, entry.type, entry.amount,
    entry.balance_after, entry.order_id, entry.receipt_id, entry.reverses_id, entry.source_type, entry.source_id,
    entry.source_seq, entry.note, entry.value_date, entry.actor_id, entry.created_at
  )
$$;`)
  }

  private rules() {
    // NaN sorts above every number. In SQL, for the same reason as the hash.
    this.addSql(`
create function client_ledger_allows(
  type text, reverses_id text, amount numeric, balance_after numeric, decimal_digits smallint
) returns boolean language sql immutable as $$
  select amount <> 0 and abs(amount) < 1e15 and abs(balance_after) < 1e15 and scale(trim_scale(amount)) <= decimal_digits
    and (type = 'reversal') = (reverses_id is not null)
    and type in ('order', 'capture', 'refund', 'receipt', 'payout', 'adjustment', 'write_off', 'opening_balance',
      'transfer', 'bank_fee', 'imported', 'reversal')
$$;`)
    // SQLSTATE class CL, as in the first of these migrations.
    this.addSql(`
create function client_ledger_explain(account_id text, type text, amount numeric, reverses_id text)
returns void language plpgsql as $$
#variable_conflict use_variable
declare
  account client_account_state;
begin
  select state.* into account from client_account_state state where state.account_id = client_ledger_explain.account_id;
  if not found then
    raise exception 'Client account % does not exist', account_id using errcode = 'CL404';
  elsif amount is null or amount = 0 or abs(amount) >= 1e15 then
    raise exception 'amount: must be a number other than zero, below 1e15' using errcode = 'CL400';
  elsif scale(trim_scale(amount)) > account.decimal_digits then
    raise exception 'amount: % is finer than % allows', amount, account.currency_code using errcode = 'CL400';
  elsif abs(account.balance + amount) >= 1e15 then
    raise exception 'amount: the balance would be too large' using errcode = 'CL400';
  elsif client_ledger_allows(type, reverses_id, amount, account.balance + amount, account.decimal_digits) is not true then
    raise exception 'type: % is refused', type using errcode = 'CL400';
  end if;
end
$$;`)
  }

  private writeRound() {
    // The first entry of each account. Its plan is made to go through the accounts in their order, which is the order they are
    // locked in, so that callers don't wait for each other in a ring. The lock is the update's own, and is held until the
    // transaction ends: PostgreSQL computes a row that it waited for anew, from what the other left. All are locked before the
    // first key is written, since a key that another call is writing is waited for as well: hence the second order.
    this.addSql(`
create function client_ledger_write_round(postings jsonb)
returns table (
  id text, currency_code text, sequence integer, balance_after numeric, hash text, created_at timestamptz
) language plpgsql set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
#variable_conflict use_column
declare
  at constant timestamptz := clock_timestamp();
begin
  return query
    with moved as (
      update client_account_state account set
        balance = account.balance + given.amount, entry_count = account.entry_count + 1,
        last_entry_at = greatest(at, account.last_entry_at),
        chain_head = client_ledger_hash(
          account.chain_head, given.id, account.account_id, account.currency_code, account.entry_count + 1, given.type,
          given.amount, account.balance + given.amount, given.order_id, given.receipt_id, given.reverses_id,
          given.source_type, given.source_id, given.source_seq, given.note, given.value_date, given.actor_id,
          greatest(at, account.last_entry_at)
        )
      from (
        select posting.id, posting.account_id, posting.type, posting.amount, posting.order_id, posting.receipt_id,
          posting.reverses_id, posting.source_type, posting.source_id, coalesce(posting.source_seq, 0) as source_seq,
          posting.note, coalesce(posting.value_date, current_date) as value_date, posting.actor_id,
          row_number() over (partition by posting.account_id order by posting.position) as nth
        from rows from (jsonb_to_recordset(postings) as (
          id text, account_id text, type text, amount numeric, order_id text, receipt_id text, reverses_id text,
          source_type text, source_id text, source_seq integer, note text, value_date date, actor_id text
        )) with ordinality as posting (
          id, account_id, type, amount, order_id, receipt_id, reverses_id, source_type, source_id, source_seq, note,
          value_date, actor_id, position
        )
      ) given
      where account.account_id = given.account_id and given.nth = 1 and client_ledger_allows(
        given.type, given.reverses_id, given.amount, account.balance + given.amount, account.decimal_digits)
      returning given.*, account.currency_code, trim_scale(account.balance) as balance, account.entry_count,
        account.chain_head, account.last_entry_at
    )
    insert into client_ledger_entry as entry (
      id, account_id, currency_code, sequence, type, amount, raw_amount, balance_after, raw_balance_after, order_id,
      receipt_id, reverses_id, source_type, source_id, source_seq, note, value_date, actor_id, hash, created_at, updated_at
    )
    select id, account_id, currency_code, entry_count, type, amount, client_ledger_raw_amount(amount), balance,
      client_ledger_raw_amount(balance), order_id, receipt_id, reverses_id, source_type, source_id, source_seq, note,
      value_date, actor_id, chain_head, last_entry_at, last_entry_at
    from moved order by account_id
    returning entry.id, entry.currency_code, entry.sequence, entry.balance_after, entry.hash, entry.created_at;
end
$$;`)
  }

  private write() {
    this.addSql(`
create function client_ledger_write(postings jsonb)
returns table (
  id text, currency_code text, sequence integer, balance_after numeric, hash text, created_at timestamptz
) language plpgsql as $$
declare
  round jsonb;
  written integer;
  left_out integer := jsonb_array_length(postings);
begin
  return query select * from client_ledger_write_round(postings);
  get diagnostics written = row_count;
  left_out := left_out - written;
  if left_out = 0 then
    return;
  end if;

  -- The next entry of each account that has more of them, and so on.
  for round in
    select jsonb_agg(posting)
    from (
      select posting, row_number() over (partition by posting->>'account_id' order by position) as nth
      from jsonb_array_elements(postings) with ordinality as given(posting, position)
    ) numbered
    where nth > 1 group by nth order by nth
  loop
    return query select * from client_ledger_write_round(round);
    get diagnostics written = row_count;
    left_out := left_out - written;
  end loop;
  if left_out > 0 then
    perform client_ledger_explain(posting.account_id, posting.type, posting.amount, posting.reverses_id)
      from jsonb_to_recordset(postings) as posting (account_id text, type text, amount numeric, reverses_id text);
    raise exception 'amount: the balance would be too large' using errcode = 'CL400';
  end if;
end
$$;`)
  }

  private postMany() {
    // What was posted before is left out of the answer. It is looked for only when a key turns out to be taken.
    this.addSql(`
create function client_ledger_post(postings jsonb)
returns table (
  id text, currency_code text, sequence integer, balance_after numeric, hash text, created_at timestamptz
) language plpgsql as $$
#variable_conflict use_column
declare
  fresh jsonb;
  conflict client_ledger_entry;
begin
  perform set_config('client_ledger.posting', 'on', true);
  begin
    return query select * from client_ledger_write(postings);
  exception when unique_violation then
    -- While their accounts are locked, nobody else posts these keys.
    perform from client_account_state account
      where account.account_id in (select posting->>'account_id' from jsonb_array_elements(postings) posting)
      order by account.account_id for no key update;
    perform client_ledger_explain(posting.account_id, posting.type, posting.amount, posting.reverses_id)
      from jsonb_to_recordset(postings) as posting (account_id text, type text, amount numeric, reverses_id text);
    select coalesce(jsonb_agg(posting order by position), '[]') into fresh
      from (
        select distinct on (source_type, source_id, source_seq) posting, position, source_type, source_id, source_seq
        from jsonb_array_elements(postings) with ordinality as given(posting, position),
          lateral (select posting->>'source_type', posting->>'source_id', coalesce((posting->>'source_seq')::integer, 0))
            as key(source_type, source_id, source_seq)
        order by source_type, source_id, source_seq, position
      ) first
      where not exists (
        select from client_ledger_entry standing
        where (standing.source_type, standing.source_id, standing.source_seq)
          = (first.source_type, first.source_id, first.source_seq)
      );
    return query select * from client_ledger_write(fresh);
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
  end;
  perform set_config('client_ledger.posting', 'off', true);
end
$$;`)
  }

  private postOne() {
    // One entry, by its columns. It answers an id of null when the entry stood already.
    this.addSql(`
create function client_ledger_post(
  inout id text, account_id text, type text, amount numeric, order_id text, receipt_id text, reverses_id text,
  source_type text, source_id text, source_seq integer, note text, value_date date, actor_id text,
  out currency_code text, out sequence integer, out balance_after numeric, out hash text, out created_at timestamptz
) language plpgsql as $$
#variable_conflict use_variable
declare
  at constant timestamptz := clock_timestamp();
  switched text;
begin
  -- Assigned, since PL/pgSQL runs a perform as a query, at five times the price.
  switched := set_config('client_ledger.posting', 'on', true);
  value_date := coalesce(value_date, current_date);
  begin
    update client_account_state account set
      balance = account.balance + amount, entry_count = account.entry_count + 1,
      last_entry_at = greatest(at, account.last_entry_at),
      chain_head = client_ledger_hash(
        account.chain_head, id, account.account_id, account.currency_code, account.entry_count + 1, type, amount,
        account.balance + amount, order_id, receipt_id, reverses_id, source_type, source_id, source_seq, note, value_date,
        actor_id, greatest(at, account.last_entry_at)
      )
    where account.account_id = client_ledger_post.account_id
      and client_ledger_allows(type, reverses_id, amount, account.balance + amount, account.decimal_digits)
    returning account.currency_code, account.entry_count, trim_scale(account.balance), account.chain_head,
      account.last_entry_at
      into currency_code, sequence, balance_after, hash, created_at;
    if not found then
      perform client_ledger_explain(account_id, type, amount, reverses_id);
      raise exception 'amount: the balance would be too large' using errcode = 'CL400';
    end if;
    insert into client_ledger_entry (
      id, account_id, currency_code, sequence, type, amount, raw_amount, balance_after, raw_balance_after, order_id,
      receipt_id, reverses_id, source_type, source_id, source_seq, note, value_date, actor_id, hash, created_at, updated_at
    )
    values (
      id, account_id, currency_code, sequence, type, amount, client_ledger_raw_amount(amount), balance_after,
      client_ledger_raw_amount(balance_after), order_id, receipt_id, reverses_id, source_type, source_id, source_seq, note,
      value_date, actor_id, hash, created_at, created_at
    );
  exception when unique_violation then
    select posted.id, posted.currency_code, posted.sequence, posted.balance_after, posted.hash, posted.created_at
      into id, currency_code, sequence, balance_after, hash, created_at
      from client_ledger_post(jsonb_build_array(jsonb_build_object(
        'id', id, 'account_id', account_id, 'type', type, 'amount', amount, 'order_id', order_id, 'receipt_id', receipt_id,
        'reverses_id', reverses_id, 'source_type', source_type, 'source_id', source_id, 'source_seq', source_seq,
        'note', note, 'value_date', value_date, 'actor_id', actor_id
      ))) posted;
  end;
  switched := set_config('client_ledger.posting', 'off', true);
end
$$;`)
  }

  private guards() {
    // For each statement: one for each row, or with a condition of its own, costs a posting more than all the rest of it.
    this.addSql(`
create function client_ledger_guard() returns trigger language plpgsql as $$
begin
  if current_setting('client_ledger.posting', true) is distinct from 'on' then
    raise exception '%', tg_argv[0] using errcode = 'CL403', hint = 'Entries are posted by client_ledger_post.';
  end if;
  return null;
end
$$;`)
    this.addSql(`create trigger client_ledger_entry_posted before insert on client_ledger_entry
      for each statement execute function client_ledger_guard('An entry follows the one before it: it is posted');`)
    this
      .addSql(`create trigger client_account_state_posted before insert or update or delete on client_account_state
      for each statement execute function client_ledger_guard('Client account: its balance is the one after its last entry');`)
    this.addSql(`
create function client_account_open() returns trigger language plpgsql as $$
begin
  perform set_config('client_ledger.posting', 'on', true);
  insert into client_account_state (account_id, currency_code, decimal_digits)
    values (new.id, new.currency_code, new.decimal_digits);
  perform set_config('client_ledger.posting', 'off', true);
  return null;
end
$$;`)
    this.addSql(`create trigger client_account_opens after insert on client_account
      for each row execute function client_account_open();`)
    this.addSql(`
create function client_account_drop() returns trigger language plpgsql as $$
begin
  perform set_config('client_ledger.posting', 'on', true);
  -- A posting that is under way is waited for, and then looked at: what it left is no longer without entries.
  delete from client_account_state where account_id = old.id and entry_count = 0;
  perform set_config('client_ledger.posting', 'off', true);
  if exists (select from client_account_state where account_id = old.id) then
    raise exception 'Client account: an account with entries can not be deleted'
      using errcode = 'CL403', hint = 'It may stay at zero.';
  end if;
  return old;
end
$$;`)
    this.addSql(`create trigger client_account_stays before delete on client_account
      for each row execute function client_account_drop();`)
  }

  override async down(): Promise<void> {
    throw new Error("The tables of before are gone: restore a backup instead")
  }
}
