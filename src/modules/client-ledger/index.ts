import { Module } from "@medusajs/framework/utils"
import ClientLedgerModuleService from "./service"

export const CLIENT_LEDGER_MODULE = "client_ledger"

export default Module(CLIENT_LEDGER_MODULE, { service: ClientLedgerModuleService })
