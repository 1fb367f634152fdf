/**
 * SQL for a migration that lets the ledger take other kinds of entry: they are listed in its own function, the rest
 * of which stays as it is.
 * @param from the end of the list as it is, @param to as it is to be.
 */
export const replaceEntryTypes = (from: string, to: string) => `
do $$
declare
  before constant text := pg_get_functiondef('client_ledger_entry_chain'::regproc);
  after constant text := replace(before, $types$${from}$types$, $types$${to}$types$);
begin
  if after = before then
    raise exception 'client_ledger_entry_chain: its entry types are not where they were';
  end if;
  execute after;
end
$$;`
