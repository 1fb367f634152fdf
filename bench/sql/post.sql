-- The ledger's one door, for one order's debit.
\set account random(1, :accounts)
\set cents random(-20000, 20000) * 2 + 1
\set random random(1, 999999999999)
select sequence, balance_after
from
  (select lpad(to_hex((extract(epoch from clock_timestamp()) * 1000000)::bigint), 14, '0') || lpad((:random)::text, 12, '0') as key) minted,
  client_ledger_post(
    id => 'clent_' || key, account_id => 'clacc_bench' || lpad((:account)::text, 9, '0'), type => 'order',
    amount => (:cents) / 100.0, order_id => 'order_' || key, receipt_id => null, reverses_id => null,
    source_type => 'order', source_id => 'order_' || key, source_seq => 0, note => null, value_date => null,
    actor_id => null
  );
