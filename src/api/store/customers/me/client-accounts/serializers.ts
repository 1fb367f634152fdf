import type { ClientBalanceDTO } from "../../../../../modules/client-ledger/sql/balances"
import type { LedgerEntryDetailsDTO } from "../../../../../modules/client-ledger/sql/entry-details"
import { toNumber } from "../../../../../modules/client-ledger/utils/money"
import type { StoreClientAccount, StoreLedgerEntry } from "../../../../../types/http"
import { toIso } from "../../../../utils/serializers"

export const toOwnAccount = (account: ClientBalanceDTO): StoreClientAccount => ({
  id: account.id,
  currency_code: account.currency_code,
  balance: toNumber(account.balance),
  expected: toNumber(account.expected),
  overdue: toNumber(account.overdue),
  overdue_since: account.overdue_since,
  last_entry_at: account.last_entry_at && toIso(account.last_entry_at),
})

/** Without what the market writes for itself: notes, who recorded it, and whose money it was before. */
export const toOwnEntry = (entry: LedgerEntryDetailsDTO): StoreLedgerEntry => ({
  id: entry.id,
  sequence: entry.sequence,
  type: entry.type,
  amount: toNumber(entry.amount),
  balance_after: toNumber(entry.balance_after),
  order_id: entry.order_id,
  order_display_id: entry.order_display_id,
  method: entry.method,
  reference: entry.reference,
  reverses_id: entry.reverses_id,
  reversed_by_id: entry.reversed_by_id,
  value_date: entry.value_date,
  created_at: toIso(entry.created_at),
})
