import { model } from "@medusajs/framework/utils"
import { ENTRY_TYPES } from "../types"

/** One signed amount on one account: a credit is above zero, a debit below. Append-only. */
const ClientLedgerEntry = model.define("client_ledger_entry", {
  id: model.id({ prefix: "clent" }).primaryKey(),
  account_id: model.text(),
  currency_code: model.text(),
  sequence: model.number(),
  type: model.enum([...ENTRY_TYPES]),
  amount: model.bigNumber(),
  balance_after: model.bigNumber(),
  order_id: model.text().nullable(),
  receipt_id: model.text().nullable(),
  reverses_id: model.text().nullable(),
  source_type: model.text(),
  source_id: model.text(),
  source_seq: model.number(),
  note: model.text().nullable(),
  value_date: model.dateTime(),
  actor_id: model.text().nullable(),
  hash: model.text(),
})

export default ClientLedgerEntry
