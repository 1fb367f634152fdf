import { model } from "@medusajs/framework/utils"

/**
 * One account per (market, customer, currency). `balance` is in the currency's major units:
 * above zero the client has money in reserve, below zero the client owes.
 * Only `client_ledger_post` moves `balance`, `entry_count` and `chain_head`.
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
  balance: model.bigNumber(),
  entry_count: model.number().default(0),
  chain_head: model.text().nullable(),
  last_entry_at: model.dateTime().nullable(),
  no_reminders: model.boolean().default(false),
})

export default ClientAccount
