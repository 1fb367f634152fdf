import { model } from "@medusajs/framework/utils"

/**
 * What the ledger remembers of an order: what it owes, what was paid on it, what was promised, and when it
 * falls due. `id` is the order's own. Rewritten by each sync; `version` makes concurrent syncs take turns.
 */
const ClientOrder = model.define("client_order", {
  id: model.text().primaryKey(),
  display_id: model.number().nullable(),
  account_id: model.text().nullable(),
  customer_id: model.text().nullable(),
  currency_code: model.text(),
  owed: model.bigNumber(),
  paid: model.bigNumber(),
  expected: model.bigNumber(),
  promise_provider_id: model.text().nullable(),
  ordered_at: model.dateTime().nullable(),
  due_on: model.dateTime().nullable(),
  version: model.number().default(0),
})

export default ClientOrder
