-- A thousand entries by one call, over a thousand clients of this caller's own, as an import does. Its JSON is put together
-- as text, which is how it comes from Node, and costs the least.
\set random random(1, 999999999999)
select count(balance_after)
from client_ledger_post((
  select '[' || string_agg(
    '{"id":"clent_' || key || lpad(n::text, 4, '0') || '","account_id":"clacc_bench' || lpad((:client_id * 1000 + n)::text, 9, '0')
    || '","type":"order","amount":"' || n % 199 - 99 || '.37","order_id":"order_' || key || lpad(n::text, 4, '0')
    || '","source_type":"order","source_id":"order_' || key || lpad(n::text, 4, '0') || '"}', ',') || ']'
  from generate_series(1, 1000) n, (
    select lpad(to_hex((extract(epoch from clock_timestamp()) * 1000000)::bigint), 14, '0')
      || lpad((:random)::text, 12, '0') as key
  ) minted
)::jsonb);
