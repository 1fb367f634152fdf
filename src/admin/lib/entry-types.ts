import type { AdminLedgerEntry } from "../../types/http"

export type ManualEntryType = "adjustment" | "write_off" | "opening_balance"

/** Those written by hand, the bank's fee for a bounced cheque, and what was imported. */
const REVERSIBLE: readonly string[] = [
  ...["adjustment", "write_off", "opening_balance", "bank_fee", "imported"],
]

/** How an entry can be reversed by hand, if it can: itself, or the receipt it follows. */
export const reversalOf = (entry: AdminLedgerEntry): "entry" | "receipt" | null => {
  if (entry.reversed_by_id || entry.type === "reversal") return null
  if (REVERSIBLE.includes(entry.type)) return "entry"
  if (entry.type === "transfer" && !entry.receipt_id) return "entry"
  const isReceipt = entry.type === "receipt" || entry.type === "payout"
  return isReceipt && entry.receipt_id ? "receipt" : null
}
