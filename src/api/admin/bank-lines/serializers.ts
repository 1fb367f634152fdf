import type { MatchedBankLine } from "../../../modules/client-ledger/sql/bank-lines"
import { negate, toNumber } from "../../../modules/client-ledger/utils/money"
import type { AdminBankLine } from "../../../types/http"

export const toBankLine = (line: MatchedBankLine): AdminBankLine => ({
  id: line.id,
  bank_account_id: line.bank_account_id,
  booked_on: line.booked_on,
  value_date: line.value_date,
  amount: toNumber(line.amount),
  currency_code: line.currency_code,
  counterparty: line.counterparty,
  label: line.label,
  bank_reference: line.bank_reference,
  state: line.state,
  receipt_id: line.receipt_id,
  cheque_deposit_id: line.cheque_deposit_id,
  closing_id: line.closing_id,
  paper_number: line.paper_number,
  client_account_id: line.account_id,
  customer_name: line.customer_name,
  note: line.note,
  clients: line.clients.map((client) => ({
    client_account_id: client.account_id,
    customer_name: client.customer_name,
    balance: toNumber(negate(client.debt)),
    reasons: client.reasons,
    order_display_id: client.order_display_id,
    exact: client.exact,
  })),
  papers: line.papers.map(({ kind, id, number, day }) => ({ kind, id, number, day })),
})
