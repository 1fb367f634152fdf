-- Clients with an account each, as an administrator's list would show them.
insert into customer (id, first_name, last_name, email, has_account)
  select 'cus_bench' || lpad(n::text, 9, '0'), 'Client', 'Number ' || n, 'client' || n || '@example.com', true
  from generate_series(:first, :last) n;
insert into client_account (id, customer_id, currency_code, decimal_digits, customer_name, customer_email)
  select 'clacc_bench' || lpad(n::text, 9, '0'), 'cus_bench' || lpad(n::text, 9, '0'), 'eur', 2, 'Client Number ' || n,
    'client' || n || '@example.com'
  from generate_series(:first, :last) n;
