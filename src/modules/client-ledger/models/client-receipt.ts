import { model } from "@medusajs/framework/utils"
import { RECEIPT_DIRECTIONS, RECEIPT_METHODS } from "../types"

/**
 * Money that came in or went out: `amount` is above zero, `direction` says which way.
 * Method, reference and provider can be corrected (each change is logged); the money can't.
 */
const ClientReceipt = model.define("client_receipt", {
  id: model.id({ prefix: "clrec" }).primaryKey(),
  account_id: model.text(),
  currency_code: model.text(),
  direction: model.enum([...RECEIPT_DIRECTIONS]),
  method: model.enum([...RECEIPT_METHODS]),
  provider_id: model.text().nullable(),
  amount: model.bigNumber(),
  reference: model.text().nullable(),
  value_date: model.dateTime(),
  note: model.text().nullable(),
  order_id: model.text().nullable(),
  source_type: model.text(),
  source_id: model.text(),
  actor_id: model.text().nullable(),
  reversed_at: model.dateTime().nullable(),
})

export default ClientReceipt
