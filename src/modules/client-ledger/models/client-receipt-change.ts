import { model } from "@medusajs/framework/utils"

/** The log of corrections of a receipt's method and reference. Append-only. */
const ClientReceiptChange = model.define("client_receipt_change", {
  id: model.id({ prefix: "clrch" }).primaryKey(),
  receipt_id: model.text(),
  from_method: model.text(),
  to_method: model.text(),
  from_reference: model.text().nullable(),
  to_reference: model.text().nullable(),
  actor_id: model.text().nullable(),
})

export default ClientReceiptChange
