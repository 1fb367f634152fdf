-- A thousand entries by one call, over a thousand clients of this caller's own, as an import does.
\set random random(1, 999999999999)
select count(balance_after)
from client_ledger_post((
  select jsonb_agg(jsonb_build_object(
    'id', 'clent_' || key, 'account_id', 'clacc_bench' || lpad((:client_id * 1000 + n)::text, 9, '0'), 'type', 'order',
    'amount', (n * 7919 % 40000 - 20000) / 100.0 + 0.01, 'order_id', 'order_' || key,
    'source_type', 'order', 'source_id', 'order_' || key
  ))
  from generate_series(1, 1000) n, lateral (
    select lpad(to_hex((extract(epoch from clock_timestamp()) * 1000000)::bigint), 14, '0')
      || lpad((:random)::text, 12, '0') || n as key
  ) minted
));
