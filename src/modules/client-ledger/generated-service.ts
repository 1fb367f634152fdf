import { MedusaService } from "@medusajs/framework/utils"
import ClientAccount from "./models/client-account"
import ClientLedgerEntry from "./models/client-ledger-entry"
import ClientLedgerSettings from "./models/client-ledger-settings"
import ClientOrder from "./models/client-order"
import ClientReceipt from "./models/client-receipt"
import ClientReceiptChange from "./models/client-receipt-change"

export const models = {
  ClientAccount,
  ClientLedgerEntry,
  ClientReceipt,
  ClientReceiptChange,
  ClientOrder,
  ClientLedgerSettings,
}

/** The list and retrieve methods that Medusa generates for the models. The service closes the writes. */
export class GeneratedService extends MedusaService(models) {}
