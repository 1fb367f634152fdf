import { letterCode, settledSets, type LetterLink, type LetteredLine } from "../utils/lettering"
import { MOVE_OF } from "./entries"
import type { Sql } from "./runner"

/** Accounts whose lines are in memory at once. */
const PAGE = 200

type Closing = { id: string; day: string }
type Letter = { entry_id: string; account_id: string; ordinal: number; code: string }

/** Gives a letter to each set of numbered lines that settles itself on these accounts. */
export async function letterAccounts(
  sql: Sql,
  closing: Closing,
  accountIds: string[]
): Promise<void> {
  for (let at = 0; at < accountIds.length; at += PAGE) {
    const ids = accountIds.slice(at, at + PAGE)
    const lines = groupBy(await numberedLines(sql, ids))
    const links = groupBy(await linksOf(sql, ids))
    const letters = ids.flatMap((id) => lettersOf(id, lines.get(id) ?? [], links.get(id) ?? []))
    await insertLetters(sql, closing, letters)
  }
}

function lettersOf(account_id: string, lines: LetteredLine[], links: LetterLink[]): Letter[] {
  const last = lines.reduce((most, { ordinal }) => Math.max(most, ordinal ?? 0), 0)
  return settledSets(lines, links).flatMap((set, index) => {
    const ordinal = last + index + 1
    return set.map(({ entry_id }) => ({ entry_id, account_id, ordinal, code: letterCode(ordinal) }))
  })
}

type OfAccount<Row> = Row & { account_id: string }

function numberedLines(sql: Sql, accountIds: string[]): Promise<OfAccount<LetteredLine>[]> {
  return sql(
    `select e.account_id, e.id as entry_id, trim_scale(e.amount)::text as amount, l.ordinal,
       case when e.source_type = 'order' then e.order_id else ${MOVE_OF} end as node
     from client_ledger_entry e
     join client_journal_mark m on m.account_id = e.account_id and e.sequence <= m.entries
     left join client_journal_letter l on l.entry_id = e.id
     where e.account_id = any(?) order by e.account_id, e.sequence`,
    [accountIds]
  )
}

function linksOf(sql: Sql, accountIds: string[]): Promise<OfAccount<LetterLink>[]> {
  return sql(
    `select account_id, credit_id, debt_id from client_allocation where account_id = any(?) and amount > 0`,
    [accountIds]
  )
}

async function insertLetters(sql: Sql, closing: Closing, letters: Letter[]): Promise<void> {
  if (!letters.length) return
  await sql(
    `insert into client_journal_letter (entry_id, account_id, ordinal, code, closing_id, day)
     select entry_id, account_id, ordinal, code, ?, ?::date
     from jsonb_to_recordset(?::jsonb) as new (entry_id text, account_id text, ordinal integer, code text)`,
    [closing.id, closing.day, JSON.stringify(letters)]
  )
}

function groupBy<Row extends { account_id: string }>(rows: Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.account_id)
    if (group) group.push(row)
    else groups.set(row.account_id, [row])
  }
  return groups
}
