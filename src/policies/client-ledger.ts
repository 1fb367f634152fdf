import { definePolicies } from "@medusajs/framework/utils"

export const CLIENT_LEDGER = "client_ledger"

/** What a role may do with the clients' accounts, where the shop has Medusa's roles (flag `rbac`). */
const RIGHTS = {
  read: "See the clients' accounts, receipts, closings and settings",
  record: "Record payments, hand over orders, open accounts",
  pay_out: "Pay money out and refund payments made in advance",
  reverse: "Put mistakes right: reverse, correct, bounce cheques, move and merge accounts",
  write_off: "Write off, adjust, enter opening balances",
  close: "Close the day and take cheques to the bank",
  mail: "Send statements and reminders",
  configure: "Change settings and rules, reconcile",
  import: "Import opening balances and bank statements",
  export: "Export lists, closings and journals",
} as const

export type Right = keyof typeof RIGHTS
export const ALL_RIGHTS = Object.keys(RIGHTS) as Right[]

export const clientLedgerPolicies = definePolicies(
  Object.entries(RIGHTS).map(([operation, description]) => ({
    name: `ClientLedger:${operation}`,
    resource: CLIENT_LEDGER,
    operation,
    description,
  }))
)
