import { model } from "@medusajs/framework/utils"

/**
 * What the ledger remembers of an order: what it owes, what was paid on it, what was promised, what is asked to be
 * returned, when it falls due, and whether its basket is still to be handed over. `id` is the order's own. Rewritten
 * by each sync; `version` makes concurrent syncs take turns.
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
  requested_returns: model.bigNumber().default(0),
  awaits_pickup: model.boolean().default(false),
  shipping_option_id: model.text().nullable(),
  version: model.number().default(0),
})

export default ClientOrder
