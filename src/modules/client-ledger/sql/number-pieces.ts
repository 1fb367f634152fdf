import type { Language } from "../utils/method-settings"
import type { JournalCode } from "../utils/journal-words"
import { pieceOf, type Books, type JournalRow, type Piece } from "../utils/journal-piece"
import { mintIds } from "../utils/mint-ids"
import { currencyDigits } from "../utils/money"
import type { TaxPart } from "../utils/vat-split"
import { ACCOUNTS } from "./accounts"
import { letterAccounts } from "./journal-letters"
import {
  bookedOf,
  listJournalRows,
  ordersOfRows,
  type OrderTaxes,
  type RowKey,
  type Waiting,
} from "./journal-rows"
import { retrieveJournalSettings } from "./journal-settings"
import type { Sql } from "./runner"
import { retrieveSettings } from "./settings"

/** A closing of most days is one page: each sorts anew what waits. */
const PAGE = 20_000

/** What closes: its own day, and the day of the one before it in the currency. */
export type NumberedClosing = {
  id: string
  currency_code: string
  day: string
  closed_to: string | null
}

/**
 * Numbers all that no closing has numbered, without a gap in each journal, in the closing's own transaction, and gives letters
 * to what is settled by it. What posts meanwhile isn't waited for, nor does it wait. A page of rows costs the same few statements.
 * @param orders the VAT of the orders as they were read before; entries of others wait for the next closing.
 */
export async function numberPieces(
  sql: Sql,
  closing: NumberedClosing,
  orders: OrderTaxes[]
): Promise<void> {
  const books = await openBooks(sql, closing.currency_code, taxesIn(orders))
  const next = await nextNumbers(sql, closing.currency_code)
  const waiting = { ...closing, up_to: closing.day, orders }
  for await (const pieces of piecesOf(sql, waiting, books)) {
    await insertPieces(
      sql,
      closing.id,
      pieces.map((piece) => ({ ...piece, position: next.position++, number: next.of(piece) }))
    )
  }
  const accounts = await markNumbered(sql, closing.currency_code)
  await letterAccounts(sql, closing, accounts)
}

/** What pieces are written by, besides the entries themselves. */
export async function openBooks(
  sql: Sql,
  currencyCode: string,
  taxesOf: Books["taxesOf"]
): Promise<Books> {
  const [{ accounts: chart }, { mail_language }] = [
    await retrieveJournalSettings(sql),
    await retrieveSettings(sql),
  ]
  return {
    chart,
    language: mail_language as Language,
    digits: currencyDigits(currencyCode),
    taxesOf,
    booked: new Map(),
  }
}

const taxesIn = (orders: OrderTaxes[]): ((orderId: string) => TaxPart[]) => {
  const taxes = new Map(orders.map((order) => [order.id, order.taxes]))
  return (orderId) => taxes.get(orderId) ?? []
}

/** Page by page: each is to be written before the next is asked for, since it reads what is booked. */
async function* piecesOf(sql: Sql, waiting: Waiting, books: Books): AsyncGenerator<Piece[]> {
  let after: RowKey | null = null
  for (;;) {
    const rows: (JournalRow & RowKey)[] = await listJournalRows(sql, waiting, {
      after,
      limit: PAGE,
    })
    if (rows.length) yield await writePieces(sql, rows, books)
    if (rows.length < PAGE) return
    after = rows.at(-1)!
  }
}

/** The pieces of a page of rows, given what is booked of their orders so far. */
export async function writePieces(sql: Sql, rows: JournalRow[], books: Books): Promise<Piece[]> {
  const unknown = ordersOfRows(rows).filter((id) => !books.booked.has(id))
  for (const [id, split] of await bookedOf(sql, unknown)) books.booked.set(id, split)
  return rows.map((row) => pieceOf(row, books))
}

/** Closings take turns, so that nobody else takes these numbers. */
async function nextNumbers(sql: Sql, currencyCode: string) {
  const rows = await sql<{ journal: JournalCode; number: number; position: number }>(
    `select journal, max(number) as number, max(position) as position from client_journal_piece
     where currency_code = ? group by journal`,
    [currencyCode]
  )
  const last = new Map(rows.map((row) => [row.journal, row.number]))
  return {
    position: Math.max(0, ...rows.map((row) => row.position)) + 1,
    of: ({ journal }: Piece) => {
      const number = (last.get(journal) ?? 0) + 1
      last.set(journal, number)
      return number
    },
  }
}

async function insertPieces(
  sql: Sql,
  closingId: string,
  pieces: (Piece & { position: number; number: number })[]
): Promise<void> {
  const ids = mintIds("cljnl", pieces.length)
  await sql(
    `insert into client_journal_piece (id, currency_code, position, closing_id, journal, number, day, valid_on, reference,
       referred_on, label, order_id, entry_id, deposit_id, lines)
     select new.id, c.currency_code, new.position, c.id, new.journal, new.number, new.day,
       greatest((c.closed_at at time zone 'UTC')::date, c.day), new.reference, new.referred_on, new.label, new.order_id,
       new.entry_id, new.deposit_id, new.lines
     from client_closing c, jsonb_to_recordset(?::jsonb) as new (id text, position integer, journal text, number integer,
       day date, reference text, referred_on date, label text, order_id text, entry_id text, deposit_id text, lines jsonb)
     where c.id = ?`,
    [JSON.stringify(pieces.map((piece, n) => ({ ...piece, id: ids[n] }))), closingId]
  )
}

/** Moves each account's mark up to the first of its entries that no piece bears. @returns the accounts whose mark moved. */
async function markNumbered(sql: Sql, currencyCode: string): Promise<string[]> {
  const rows = await sql<{ account_id: string }>(
    `insert into client_journal_mark as mark (account_id, entries)
     select id, entries from (
       select a.id, coalesce(m.entries, 0) as before,
         coalesce(min(e.sequence) filter (where p.id is null) - 1, max(e.sequence)) as entries
       from ${ACCOUNTS}
       left join client_journal_mark m on m.account_id = a.id
       join client_ledger_entry e on e.account_id = a.id and e.sequence > coalesce(m.entries, 0)
       left join client_journal_piece p on p.entry_id = client_journal_source(e)
       where a.currency_code = ? and a.entry_count > coalesce(m.entries, 0)
       group by a.id, m.entries
     ) accounts where entries > before
     on conflict (account_id) do update set entries = excluded.entries
     returning account_id`,
    [currencyCode]
  )
  return rows.map((row) => row.account_id)
}
