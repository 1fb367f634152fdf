import { createHash } from "node:crypto"
import type { Cells } from "./format"

/** A piece of JSON as the database wrote it: it goes into a canonical form letter by letter. */
type JsonText = { json: string }

/** SHA-256 of a text's UTF-8 bytes, in lowercase hexadecimal. */
export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex")

/**
 * The one text that stands for a row: a JSON array whose first element is the form's version, written as PostgreSQL writes
 * a `jsonb` array. Between elements stand a comma and a space; a text is escaped as `JSON.stringify` does it, which is how
 * PostgreSQL's `escape_json` does: `"`, `\`, \b \f \n \r \t, other control characters as \u00xx, and nothing else.
 */
export const canonical = (version: string, values: (string | null | JsonText)[]): string =>
  `[${[version, ...values].map(written).join(", ")}]`

const written = (value: string | null | JsonText): string =>
  value !== null && typeof value === "object" ? value.json : JSON.stringify(value)

/**
 * The hash of an entry, from its row in `entries.csv` and the hash of the entry before it on its account (null for the
 * first). The same as `client_ledger_entry_hash` in the database.
 */
export const entryHash = (entry: Cells<"entries.csv">, previous: string | null): string =>
  sha256(
    canonical("client-ledger/1", [
      ...[previous, entry.id, entry.account_id, entry.currency_code, json(entry.sequence)],
      ...[entry.type, entry.amount, entry.balance_after, entry.order_id, entry.receipt_id],
      ...[entry.reverses_id, entry.source_type, entry.source_id, json(entry.source_seq)],
      ...[entry.note, entry.value_date, entry.actor_id, entry.created_at],
    ])
  )

/**
 * The hash of a closing, from its row in `closings.csv` and the hash of the market's closing before it (null for the
 * first). The same as `client_closing_hash` in the database. `chain_digest` is the SHA-256 of `chain_heads`.
 */
export const closingHash = (closing: Cells<"closings.csv">, previous: string | null): string =>
  sha256(
    canonical("client-closing/1", [
      ...[previous, closing.id, closing.market, json(closing.number), closing.currency_code],
      ...[closing.day, closing.opened_at, closing.closed_at, closing.opening_float],
      ...[closing.cash_left, closing.received, closing.paid_out, closing.reversed],
      ...[json(closing.methods), json(closing.cash_count), json(closing.lines)],
      ...[json(closing.orders), json(closing.taxes), json(closing.totals), closing.chain_digest],
      ...[closing.note, closing.actor_id],
    ])
  )

/** A number or a piece of JSON; what is none goes in as a text, so that it can't pass for its neighbours too. */
function json(cell: string | null): string | null | JsonText {
  if (cell === null) return null
  try {
    JSON.parse(cell)
    return { json: cell }
  } catch {
    return cell
  }
}
