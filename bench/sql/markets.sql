-- Two markets side by side, each in a schema of its own with the ledger's tables and indexes: the very statement of the
-- list runs on the one or the other. Three in ten clients owe, half of those past the due date; one in ten is in credit.
create schema market_:accounts;
create table market_:accounts.client_account (like client_account including all);
create table market_:accounts.client_account_state (like client_account_state including all);
create table market_:accounts.client_order (like client_order including all);
create table market_:accounts.client_ledger_entry (like client_ledger_entry including all);
insert into market_:accounts.client_account
    (id, customer_id, currency_code, decimal_digits, customer_name, customer_email)
  select 'clacc_' || n, 'cus_' || n, 'eur', 2, 'Client Number ' || n, 'client' || n || '@example.com'
  from generate_series(1, :accounts) n;
insert into market_:accounts.client_account_state (account_id, currency_code, decimal_digits, balance, entry_count)
  select 'clacc_' || n, 'eur', 2,
    case when n % 10 < 3 then -(hashint4(n) & 32767) / 100.0 - 1 when n % 10 = 3 then (hashint4(n) & 32767) / 100.0 else 0 end, 1
  from generate_series(1, :accounts) n;
insert into market_:accounts.client_order (id, account_id, customer_id, currency_code, owed, paid, expected, due_on)
  select replace(account_id, 'clacc', 'order'), account_id, replace(account_id, 'clacc', 'cus'), 'eur', -balance, 0, -balance,
    current_date + case when right(account_id, 1) = '0' then -10 else 10 end
  from market_:accounts.client_account_state where balance < 0;
analyze market_:accounts.client_account;
analyze market_:accounts.client_account_state;
analyze market_:accounts.client_order;
