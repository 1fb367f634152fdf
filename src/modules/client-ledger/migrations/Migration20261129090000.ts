import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * The same rules at less cost. PL/pgSQL prepares each of its expressions anew in each transaction, so that a posting pays
 * for how many there are: the rules are one, the hash and the numbers beside amounts are SQL, which is inlined, and one
 * entry comes by its columns instead of by JSON. Entries keep their hashes: the canonical form is the one that it was.
 */
export class Migration20261129090000 extends Migration {
  override async up(): Promise<void> {
    // In SQL and of no more than what it is declared to be: that lets PostgreSQL put it in place of the call.
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
create or replace function client_ledger_raw_amount(amount numeric) returns jsonb language sql immutable as $$
  select ('{"value":"' || trim_scale(amount)::text || '","precision":20}')::jsonb
$$;`)

    // The kinds of entry are those that stand by now.
    this.addSql(`
do $migration$
declare
  types constant text := substring(pg_get_functiondef('client_ledger_entry_chain'::regproc)
    from 'new\\.type not in \\(([^)]*)\\)');
begin
  if types is null then
    raise exception 'client_ledger_entry_chain: its entry types are not where they were';
  end if;
  execute replace($function$
create or replace function client_ledger_entry_chain() returns trigger language plpgsql as $$
declare
  given_hash constant text := new.hash;
  account record;
begin
  -- The account stays locked until the transaction ends, so that its entries are written by one at a time.
  select currency_code, decimal_digits, entry_count + 1 as sequence, balance + new.amount as balance, chain_head
    into account from client_account where id = new.account_id for no key update;
  if not found then
    raise exception 'Client account % does not exist', new.account_id using errcode = 'CL404';
  end if;

  -- One expression, since each is prepared anew in each transaction. NaN sorts above every number.
  if new.amount is null or new.amount = 0 or abs(new.amount) >= 1e15 or abs(account.balance) >= 1e15
     or scale(trim_scale(new.amount)) > account.decimal_digits
     or new.currency_code <> account.currency_code or new.sequence <> account.sequence
     or new.balance_after <> account.balance
     or new.type not in ({types}) or (new.type = 'reversal') <> (new.reverses_id is not null) then
    if new.amount is null or new.amount = 0 or abs(new.amount) >= 1e15 then
      raise exception 'amount: must be a number other than zero, below 1e15' using errcode = 'CL400';
    elsif scale(trim_scale(new.amount)) > account.decimal_digits then
      raise exception 'amount: % is finer than % allows', new.amount, account.currency_code using errcode = 'CL400';
    elsif abs(account.balance) >= 1e15 then
      raise exception 'amount: the balance would be too large' using errcode = 'CL400';
    elsif new.currency_code <> account.currency_code or new.sequence <> account.sequence
       or new.balance_after <> account.balance then
      raise exception 'Entry % does not follow the one before it on account %', new.sequence, new.account_id
        using errcode = 'CL403', hint = 'Entries are posted by client_ledger_post.';
    end if;
    raise exception 'type: % is refused', new.type using errcode = 'CL400';
  end if;

  new.currency_code := account.currency_code;
  new.sequence := account.sequence;
  new.balance_after := account.balance;
  new.created_at := clock_timestamp();
  new.updated_at := new.created_at;
  new.deleted_at := null;
  new.raw_amount := client_ledger_raw_amount(new.amount);
  new.raw_balance_after := client_ledger_raw_amount(new.balance_after);
  new.hash := client_ledger_entry_hash(new, account.chain_head);
  if given_hash <> new.hash then
    raise exception 'Entry % does not follow the one before it on account %', new.sequence, new.account_id
      using errcode = 'CL403', hint = 'Entries are posted by client_ledger_post.';
  end if;
  return new;
end
$$;$function$, '{types}', types);
end
$migration$;`)

    // A statement holds one entry of an account: a second one would follow an account that isn't settled yet, take the
    // first one's sequence, and be refused by the key.
    this.addSql(`
create or replace function client_ledger_entry_settle() returns trigger language plpgsql as $$
begin
  update client_account set
    balance = new.balance_after, raw_balance = new.raw_balance_after, entry_count = new.sequence,
    chain_head = new.hash, last_entry_at = new.created_at, updated_at = new.created_at
  where id = new.account_id;
  return null;
end
$$;`)

    // Many entries. Without seqscan: a plan that a connection made while the tables were small would go on scanning them.
    this.addSql(`
create or replace function client_ledger_post(postings jsonb)
returns setof client_ledger_entry language plpgsql set enable_seqscan = off as $$
declare
  round jsonb;
  written integer;
  posted integer := 0;
  conflict client_ledger_entry;
begin
  -- Each round holds the next entry of each account. Accounts are locked in a fixed order, so that callers don't wait
  -- for each other in a ring.
  for round in
    select jsonb_agg(posting order by account_id)
    from (
      select posting, posting->>'account_id' as account_id,
        row_number() over (partition by posting->>'account_id' order by position) as nth
      from jsonb_array_elements(postings) with ordinality as given(posting, position)
    ) numbered
    group by nth order by nth
  loop
    return query
      insert into client_ledger_entry as entry (
        id, account_id, type, amount, order_id, receipt_id, reverses_id, source_type, source_id, source_seq, note,
        value_date, actor_id
      )
      select id, account_id, type, amount, order_id, receipt_id, reverses_id, source_type, source_id,
        coalesce(source_seq, 0), note, coalesce(value_date, current_date), actor_id
      from jsonb_to_recordset(round) as posting (
        id text, account_id text, type text, amount numeric, order_id text, receipt_id text, reverses_id text,
        source_type text, source_id text, source_seq integer, note text, value_date date, actor_id text
      )
      on conflict (source_type, source_id, source_seq) do nothing
      returning entry.*;
    get diagnostics written = row_count;
    posted := posted + written;
  end loop;
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

    // One entry, by its columns. What was posted before is for the other to answer. It sets nothing for its plans, which
    // would cost a twentieth of a posting: the tables' next analyze puts a plan of small tables right.
    this.addSql(`
create or replace function client_ledger_post(
  id text, account_id text, type text, amount numeric, order_id text, receipt_id text, reverses_id text,
  source_type text, source_id text, source_seq integer, note text, value_date date, actor_id text
)
returns client_ledger_entry language plpgsql as $$
#variable_conflict use_column
declare
  posted client_ledger_entry;
begin
  insert into client_ledger_entry as entry (
    id, account_id, type, amount, order_id, receipt_id, reverses_id, source_type, source_id, source_seq, note,
    value_date, actor_id
  )
  values (
    id, account_id, type, amount, order_id, receipt_id, reverses_id, source_type, source_id, coalesce(source_seq, 0),
    note, coalesce(value_date, current_date), actor_id
  )
  on conflict (source_type, source_id, source_seq) do nothing
  returning entry.* into posted;
  if not found then
    select standing.* into posted from client_ledger_post(jsonb_build_array(jsonb_build_object(
      'id', $1, 'account_id', $2, 'type', $3, 'amount', $4, 'order_id', $5, 'source_type', $8, 'source_id', $9,
      'source_seq', $10
    ))) standing;
  end if;
  return posted;
end
$$;`)
  }

  /** The rules are the same as before: what stands goes on keeping them. */
  override async down(): Promise<void> {
    this.addSql(`drop function if exists client_ledger_post(
      text, text, text, numeric, text, text, text, text, text, integer, text, date, text);`)
  }
}
