import { wrongAllocations } from "./allocations"
import { wrongDeposits } from "./cheque-deposits"
import { wrongClosings } from "./closings"
import { wrongPieces } from "./journal-verify"
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
    verification.problems.push(...(await wrongAllocations(sql, ids)))
    after = ids[ids.length - 1]!
  }
  verification.problems.push(...(await entriesWithoutAccount(sql)))
  verification.problems.push(...(await wrongClosings(sql)))
  verification.problems.push(...(await wrongDeposits(sql)))
  verification.problems.push(...(await wrongPieces(sql)))
  return verification
}

/** The hash covers what an entry says; the columns that Medusa keeps beside it are compared one by one. */
function brokenEntries(sql: Sql, accountIds: string[]): Promise<LedgerProblem[]> {
  return sql(
    `with chain as (
       select e as entry, e.id, e.account_id, e.sequence, row_number() over own as position,
         e.balance_after is distinct from coalesce(lag(e.balance_after) over own, 0) + e.amount as does_not_follow,
         e.hash is distinct from client_ledger_entry_hash(e, lag(e.hash) over own) as has_another_hash,
         (e.raw_amount, e.raw_balance_after) is distinct from
           (client_ledger_raw_amount(e.amount), client_ledger_raw_amount(e.balance_after)) as shows_another_amount,
         e.updated_at is distinct from e.created_at or e.deleted_at is not null as was_edited
       from client_ledger_entry e where e.account_id = any(?)
       window own as (partition by e.account_id order by e.sequence)
     )
     select 'entry_changed' as kind, id, 'Entry ' || sequence || ' of account ' || account_id || ': ' || concat_ws(', ',
         case when sequence <> position then 'an entry before it is missing' end,
         case when does_not_follow then 'its balance doesn''t follow' end,
         case when has_another_hash then 'its hash isn''t that of its row' end,
         case when shows_another_amount then 'Medusa reads another amount' end,
         case when was_edited then 'it was edited or deleted' end
       ) as message
     from chain
     where sequence <> position or does_not_follow or has_another_hash or shows_another_amount or was_edited`,
    [accountIds]
  )
}

function wrongAccounts(sql: Sql, accountIds: string[]): Promise<LedgerProblem[]> {
  return sql(
    `select 'account_differs' as kind, a.id, 'Account ' || a.id || ' says ' || coalesce(trim_scale(s.balance)::text, 'nothing') ||
         ' after ' || coalesce(s.entry_count, 0) || ' entries; its entries say ' || trim_scale(sums.balance)::text || ' after ' || sums.count as message
     from client_account a
     left join client_account_state s on s.account_id = a.id
     cross join lateral (
       select coalesce(sum(e.amount), 0) as balance, count(*)::int as count from client_ledger_entry e where e.account_id = a.id
     ) sums
     left join client_ledger_entry newest on newest.account_id = a.id and newest.sequence = s.entry_count
     where a.id = any(?) and (s.balance is distinct from sums.balance or s.entry_count is distinct from sums.count
       or s.balance <> coalesce(newest.balance_after, 0)
       or s.chain_head is distinct from newest.hash or s.last_entry_at is distinct from newest.created_at
       or (s.currency_code, s.decimal_digits) is distinct from (a.currency_code, a.decimal_digits)
       or (a.deleted_at is not null and sums.count > 0)
       or exists (select 1 from client_ledger_entry e where e.account_id = a.id and e.currency_code <> a.currency_code))`,
    [accountIds]
  )
}

function entriesWithoutAccount(sql: Sql): Promise<LedgerProblem[]> {
  return sql(
    `select 'account_missing' as kind, e.account_id as id,
       'Account ' || e.account_id || ' is gone; it has ' || count(*) || ' entries' as message
     from client_ledger_entry e
     where not exists (select 1 from client_account a where a.id = e.account_id) group by e.account_id`
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
