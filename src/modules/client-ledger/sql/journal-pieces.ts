import type { Amount, Timestamp } from "../types"
import type { JournalCode } from "../utils/journal-words"
import type { Piece, PieceLine } from "../utils/journal-piece"
import type { Sql } from "./runner"

/** The letter of a settled line, and the day of the closing that gave it. */
export type Letter = { code: string; day: string }

/** A piece as it is exported: with its number and the day it became final, or, while it is provisional, without. */
export type NumberedPiece = Omit<Piece, "lines"> & {
  currency_code: string
  number: number
  valid_on: string | null
  lines: (PieceLine & { letter?: Letter | null })[]
}

/** Days, both included. */
export type Period = { currency_code: string; from: string; to: string }

export type PieceKey = { day: string; position: number }

/**
 * The numbered pieces of a period, after the last that was read, as they were written at their closing. Letters are those that
 * were given up to the period's end, so that a closed period always reads the same.
 */
export async function listPieces(
  sql: Sql,
  period: Period,
  page: { after: PieceKey | null; limit: number }
): Promise<(NumberedPiece & PieceKey)[]> {
  const pieces = await sql<NumberedPiece & PieceKey>(
    `select currency_code, position, journal, number, day::text as day, valid_on::text as valid_on, reference,
       referred_on::text as referred_on, label, order_id, entry_id, deposit_id, lines
     from client_journal_piece
     where currency_code = ? and day >= ?::date and day <= ?::date and (day, position) > (?::date, ?::integer)
     order by day, position limit ?`,
    [
      ...[period.currency_code, period.from, period.to],
      ...[page.after?.day ?? "-infinity", page.after?.position ?? 0, page.limit],
    ]
  )
  const letters = await lettersOf(sql, pieces, period.to)
  return pieces.map((piece) => ({
    ...piece,
    lines: piece.lines.map((line) => ({
      ...line,
      letter: (line.entry_id && letters.get(line.entry_id)) || null,
    })),
  }))
}

async function lettersOf(
  sql: Sql,
  pieces: NumberedPiece[],
  to: string
): Promise<Map<string, Letter>> {
  const ids = pieces.flatMap(({ lines }) => lines.flatMap(({ entry_id }) => entry_id ?? []))
  const rows = await sql<Letter & { entry_id: string }>(
    `select entry_id, code, day::text as day from client_journal_letter where entry_id = any(?) and day <= ?::date`,
    [ids, to]
  )
  return new Map(rows.map(({ entry_id, ...letter }) => [entry_id, letter]))
}

/** The last closing in a currency, and the last piece it numbered. */
export type JournalHead = { closed_to: string | null; closed_at: Timestamp | null; number: number }

export async function journalHead(sql: Sql, currencyCode: string): Promise<JournalHead> {
  const [head] = await sql<JournalHead>(
    `select max(day)::text as closed_to, max(closed_at) as closed_at, coalesce(max(number), 0) as number
     from client_closing where market = 'store' and currency_code = ?`,
    [currencyCode]
  )
  return head!
}

/** How many pieces of a period are numbered, and what was booked in each journal. */
export type JournalTotals = { journal: JournalCode; pieces: number; amount: Amount }[]

export async function totalsOfPieces(sql: Sql, period: Period): Promise<JournalTotals> {
  return sql(
    `select p.journal, count(*)::int as pieces, trim_scale(sum(debits.amount))::text as amount
     from client_journal_piece p cross join lateral (
       select sum((line->>'amount')::numeric) filter (where (line->>'amount')::numeric > 0) as amount
       from jsonb_array_elements(p.lines) line
     ) debits
     where p.currency_code = ? and p.day >= ?::date and p.day <= ?::date
     group by p.journal order by p.journal`,
    [period.currency_code, period.from, period.to]
  )
}
