-- The least that a posting can be: one account row updated, one entry row inserted, a unique key. The same columns
-- as the ledger's own tables, so that rows are as wide; no chain, no triggers, no other index.
create table bare_account (like client_account_state including defaults);
alter table bare_account add primary key (account_id), set (fillfactor = 80);
insert into bare_account select * from client_account_state;
update bare_account set chain_head = repeat('0', 64), last_entry_at = now();
create table bare_entry (like client_ledger_entry including defaults);
alter table bare_entry add primary key (id), add unique (source_type, source_id, source_seq);
vacuum full bare_account;
