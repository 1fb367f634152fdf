import { MedusaError } from "@medusajs/framework/utils"
import type { Amount } from "../types"
import { addAmounts, isNegative, isPositive, isZero, negate } from "../utils/money"
import type { OpeningBalance } from "../utils/opening-balances"
import { accountKey, ensureAccounts, lockAccounts } from "./accounts"
import { reallocate } from "./allocations"
import { postEntries } from "./entries"
import type { Sql } from "./runner"

/** What a file of opening balances comes to, line by line. */
export type OpeningBalances = {
  /** False once they are posted. */
  dry_run: boolean
  rows: OpeningBalance[]
  /** How many balances are posted, or would be: those that are neither zero nor wrong. */
  count: number
  errors: number
  totals: { currency_code: string; owed: Amount; in_credit: Amount }[]
}

const MOST_ERRORS_SHOWN = 20

/** What an import would do, without doing it. */
export async function previewOpeningBalances(
  sql: Sql,
  rows: OpeningBalance[]
): Promise<OpeningBalances> {
  return summary(refuseStanding(rows, await findOpenings(sql, rows)), true)
}

/**
 * Posts the balances, all in one statement or none.
 * @throws INVALID_DATA listing what is wrong, line by line.
 */
export async function importOpeningBalances(
  sql: Sql,
  rows: OpeningBalance[],
  actorId: string | null
): Promise<OpeningBalances> {
  refuseErrors(rows)
  const toPost = rows.filter((row) => !isZero(row.amount!))
  const accounts = await ensureAccounts(
    sql,
    toPost.map((row) => row.holder!)
  )
  // Held until the end, so that nobody records an opening balance between the check and the posting.
  const accountIds = await lockAccounts(
    sql,
    accounts.map((account) => account.id)
  )
  const openings = await findOpenings(sql, toPost)
  refuseErrors(refuseStanding(rows, openings))
  await postEntries(
    sql,
    toPost.map((row, index) => ({
      account_id: accounts[index]!.id,
      type: "opening_balance" as const,
      amount: row.amount!,
      source_type: "opening_balance",
      source_id: accounts[index]!.id,
      source_seq: openingsOf(row, openings).count,
      note: row.note,
      value_date: row.value_date,
      actor_id: actorId,
    }))
  )
  await reallocate(sql, accountIds)
  return summary(rows, false)
}

type Openings = Map<string, { count: number; reversed: number }>

const openingsOf = (row: OpeningBalance, openings: Openings) =>
  (row.holder && openings.get(accountKey(row.holder))) ?? { count: 0, reversed: 0 }

async function findOpenings(sql: Sql, rows: OpeningBalance[]): Promise<Openings> {
  const holders = rows.flatMap((row) => row.holder ?? [])
  const found = await sql<{
    customer_id: string
    currency_code: string
    count: number
    reversed: number
  }>(
    `select a.customer_id, a.currency_code, count(*)::int as count, count(r.id)::int as reversed
     from client_account a
     join client_ledger_entry e on e.type = 'opening_balance' and e.account_id = a.id
     left join client_ledger_entry r on r.reverses_id = e.id
     where (a.customer_id, a.currency_code) in
       (select customer_id, currency_code from jsonb_to_recordset(?::jsonb) as h (customer_id text, currency_code text))
     group by a.id`,
    [JSON.stringify(holders)]
  )
  return new Map(found.map((opening) => [accountKey(opening), opening]))
}

function refuseStanding(rows: OpeningBalance[], openings: Openings): OpeningBalance[] {
  return rows.map((row) => {
    const { count, reversed } = openingsOf(row, openings)
    const posts = row.amount !== null && !isZero(row.amount)
    if (row.error || !posts || count === reversed) return row
    return { ...row, error: "has an opening balance already: reverse it first" }
  })
}

function refuseErrors(rows: OpeningBalance[]) {
  const wrong = rows.filter((row) => row.error)
  if (!wrong.length) return
  const shown = wrong.slice(0, MOST_ERRORS_SHOWN)
  const more = wrong.length - shown.length
  const lines = shown.map((row) => `line ${row.line} (${row.customer}): ${row.error}`)
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    ["Nothing was recorded.", ...lines, ...(more ? [`and ${more} more`] : [])].join("\n")
  )
}

function summary(rows: OpeningBalance[], dryRun: boolean): OpeningBalances {
  const valid = rows.filter((row) => !row.error && !isZero(row.amount!))
  const totals = new Map<string, { owed: Amount; in_credit: Amount }>()
  for (const row of valid) {
    const amount = row.amount!
    const total = totals.get(row.currency_code!) ?? { owed: "0", in_credit: "0" }
    if (isNegative(amount)) total.owed = addAmounts(total.owed, negate(amount))
    if (isPositive(amount)) total.in_credit = addAmounts(total.in_credit, amount)
    totals.set(row.currency_code!, total)
  }
  return {
    dry_run: dryRun,
    rows,
    count: valid.length,
    errors: rows.filter((row) => row.error).length,
    totals: [...totals].map(([currency_code, total]) => ({ currency_code, ...total })),
  }
}
