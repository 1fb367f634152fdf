import type { Sql } from "./runner"

export type LedgerProblem = { kind: string; id: string; message: string }
export type LedgerVerification = {
  accounts_checked: number
  entries_checked: number
  problems: LedgerProblem[]
}

const PAGE = 500

/**
 * Proves the ledger from its own rows, some hundred accounts at a time: each entry follows the one before it,
 * every hash is the one that its row gives, and the account's balance is the one after its last entry.
 */
export async function verifyLedger(sql: Sql): Promise<LedgerVerification> {
  const verification: LedgerVerification = { accounts_checked: 0, entries_checked: 0, problems: [] }
  let after = ""
  for (;;) {
    const accounts = await sql<{ id: string; entries: number }>(
      `select a.id, (select count(*)::int from client_ledger_entry e where e.account_id = a.id) as entries
       from client_account a where a.id > ? order by a.id limit ?`,
      [after, PAGE]
    )
    if (!accounts.length) break
    const ids = accounts.map((account) => account.id)
    verification.accounts_checked += accounts.length
    verification.entries_checked += accounts.reduce((sum, account) => sum + account.entries, 0)
    verification.problems.push(...(await brokenEntries(sql, ids)))
    verification.problems.push(...(await wrongAccounts(sql, ids)))
    verification.problems.push(...(await wrongReceipts(sql, ids)))
    after = ids[ids.length - 1]!
  }
  return verification
}

function brokenEntries(sql: Sql, accountIds: string[]): Promise<LedgerProblem[]> {
  return sql(
    `with chain as (
       select e as entry, e.id, e.account_id, e.sequence, e.amount, e.balance_after, e.hash, e.currency_code,
         lag(e.hash) over own as previous_hash, lag(e.balance_after) over own as previous_balance,
         row_number() over own as position
       from client_ledger_entry e where e.account_id = any(?)
       window own as (partition by e.account_id order by e.sequence)
     )
     select 'entry_changed' as kind, id, 'Entry ' || sequence || ' of account ' || account_id || ': ' || concat_ws(', ',
         case when sequence <> position then 'an entry before it is missing' end,
         case when balance_after <> coalesce(previous_balance, 0) + amount then 'its balance doesn''t follow' end,
         case when hash <> client_ledger_entry_hash(entry, previous_hash) then 'its hash isn''t that of its row' end
       ) as message
     from chain
     where sequence <> position or balance_after <> coalesce(previous_balance, 0) + amount
       or hash is distinct from client_ledger_entry_hash(entry, previous_hash)`,
    [accountIds]
  )
}

function wrongAccounts(sql: Sql, accountIds: string[]): Promise<LedgerProblem[]> {
  return sql(
    `select 'account_differs' as kind, a.id, 'Account ' || a.id || ' says ' || trim_scale(a.balance)::text || ' after ' ||
         a.entry_count || ' entries; its entries say ' || trim_scale(sums.balance)::text || ' after ' || sums.count as message
     from client_account a
     cross join lateral (
       select coalesce(sum(e.amount), 0) as balance, count(*)::int as count from client_ledger_entry e where e.account_id = a.id
     ) sums
     left join client_ledger_entry newest on newest.account_id = a.id and newest.sequence = a.entry_count
     where a.id = any(?) and (a.balance <> sums.balance or a.entry_count <> sums.count
       or a.chain_head is distinct from newest.hash or a.balance <> coalesce(newest.balance_after, 0)
       or exists (select 1 from client_ledger_entry e where e.account_id = a.id and e.currency_code <> a.currency_code))`,
    [accountIds]
  )
}

/** A receipt that stands has its money in the ledger; one that is reversed has none left there. */
function wrongReceipts(sql: Sql, accountIds: string[]): Promise<LedgerProblem[]> {
  return sql(
    `select 'receipt_differs' as kind, r.id, 'Receipt ' || r.id || ' is of ' || trim_scale(r.amount)::text ||
         '; its entries add up to ' || trim_scale(sums.amount)::text as message
     from client_receipt r
     cross join lateral (
       select coalesce(sum(e.amount), 0) as amount from client_ledger_entry e where e.receipt_id = r.id
     ) sums
     where r.account_id = any(?) and sums.amount <>
       case when r.reversed_at is not null then 0 when r.direction = 'in' then r.amount else -r.amount end`,
    [accountIds]
  )
}
