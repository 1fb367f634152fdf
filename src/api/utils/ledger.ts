import type { MedusaContainer } from "@medusajs/framework/types"
import { CLIENT_LEDGER_MODULE } from "../../modules/client-ledger"
import type ClientLedgerModuleService from "../../modules/client-ledger/service"

/** The ledger, for a route that reads; what changes it is a workflow's. */
export const ledgerOf = (scope: MedusaContainer): ClientLedgerModuleService =>
  scope.resolve(CLIENT_LEDGER_MODULE)
