import type { LedgerEntryDetailsDTO } from "../../modules/client-ledger/sql/entry-details"
import type { StatementWords } from "./words"

/** What an entry is about, in a line: "Payment, cheque", "Order no. 12". */
export function labelOf(entry: LedgerEntryDetailsDTO, words: StatementWords): string {
  const { type, order_display_id: number, method } = entry
  if (type === "order" && number !== null) return words.order(number)
  const parts = [
    words.typeOf[type],
    method && words.methodOf[method],
    number !== null && words.order(number),
  ]
  return parts.filter(Boolean).join(", ")
}
