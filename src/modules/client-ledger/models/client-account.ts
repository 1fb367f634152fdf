import { model } from "@medusajs/framework/utils"

/**
 * One account per (market, customer, currency). What postings change of it, its balance first, stands in
 * `client_account_state`, which only `client_ledger_post` writes and the service reads beside this.
 */
const ClientAccount = model.define("client_account", {
  id: model.id({ prefix: "clacc" }).primaryKey(),
  /** Given by the database. */
  number: model.number().unique(),
  market: model.text().default("store"),
  customer_id: model.text(),
  customer_name: model.text().searchable().nullable(),
  customer_email: model.text().searchable().nullable(),
  currency_code: model.text(),
  decimal_digits: model.number(),
  no_reminders: model.boolean().default(false),
})

export default ClientAccount
