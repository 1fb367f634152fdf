-- One statement: an account row updated, an entry row with a unique key inserted. Ids rise with time, as Medusa's do.
\set account random(1, :accounts)
\set cents random(-20000, 20000) * 2 + 1
\set random random(1, 999999999999)
with account as (
  update bare_account set
    balance = balance + (:cents) / 100.0, entry_count = entry_count + 1, chain_head = repeat('0', 64),
    last_entry_at = clock_timestamp()
  where account_id = 'clacc_bench' || lpad((:account)::text, 9, '0')
  returning *
)
insert into bare_entry (
  id, account_id, currency_code, sequence, type, amount, raw_amount, balance_after, raw_balance_after, order_id,
  source_type, source_id, value_date, hash
)
select
  'clent_' || key, account_id, currency_code, entry_count, 'order', (:cents) / 100.0, raw, balance, raw,
  'order_' || key, 'order', 'order_' || key, current_date, chain_head
from account, (select '{"value":"0","precision":20}'::jsonb as raw, lpad(to_hex((extract(epoch from clock_timestamp()) * 1000000)::bigint), 14, '0') || lpad((:random)::text, 12, '0') as key) minted;
