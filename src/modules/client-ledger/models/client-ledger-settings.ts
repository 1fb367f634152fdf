import { model } from "@medusajs/framework/utils"

/** The administrator's choices, one row per market. */
const ClientLedgerSettings = model.define("client_ledger_settings", {
  id: model.text().primaryKey(),
  enabled: model.boolean().default(true),
  ledger_starts_at: model.dateTime(),
  due_days: model.number().default(7),
  methods: model.json(),
  reconciled_at: model.dateTime().nullable(),
})

export default ClientLedgerSettings
