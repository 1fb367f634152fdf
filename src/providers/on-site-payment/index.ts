import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import {
  CardTerminalProvider,
  CashProvider,
  ChequeProvider,
  OnSiteProvider,
  TransferProvider,
} from "./service"

export default ModuleProvider(Modules.PAYMENT, {
  services: [ChequeProvider, CashProvider, TransferProvider, CardTerminalProvider, OnSiteProvider],
})
