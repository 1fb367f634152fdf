import type { MiddlewareRoute } from "@medusajs/framework/http"
import { CLIENT_LEDGER, type Right } from "../../policies/client-ledger"

/** Who may do what, route by route. Without Medusa's flag `rbac` every administrator may do everything. */
export const policyRoutes: MiddlewareRoute[] = [
  ...guard("read", "GET", [
    "/admin/client-accounts",
    "/admin/client-accounts/totals",
    "/admin/client-accounts/:id",
    "/admin/client-accounts/:id/entries",
    "/admin/client-accounts/:id/debt-policy",
    "/admin/client-accounts/:id/mails",
    "/admin/client-accounts/:id/top-ups",
    "/admin/client-accounts/:id/top-ups/:top_up_id",
    "/admin/receipts",
    "/admin/receipts/:id",
    "/admin/cheques",
    "/admin/cheque-deposits",
    "/admin/cheque-deposits/:id",
    "/admin/cheque-deposits/:id/pdf",
    "/admin/bank-accounts",
    "/admin/bank-lines",
    "/admin/bank-statements",
    "/admin/client-ledger/acts",
    "/admin/client-ledger/acts/people",
    "/admin/client-ledger/closings",
    "/admin/client-ledger/closings/preview",
    "/admin/client-ledger/closings/:id",
    "/admin/client-ledger/counter",
    "/admin/client-ledger/debt-policy",
    "/admin/client-ledger/journal",
    "/admin/client-ledger/journal/settings",
    "/admin/client-ledger/imports",
    "/admin/client-ledger/imports/:id",
    "/admin/client-ledger/orders/:id",
    "/admin/client-ledger/reminders",
    "/admin/client-ledger/settings",
    "/admin/client-ledger/verify",
  ]),
  ...guard("record", "POST", [
    "/admin/client-accounts",
    "/admin/receipts",
    "/admin/receipts/batch",
    "/admin/bank-lines/accept",
    "/admin/bank-lines/:id/set-aside",
    "/admin/bank-lines/:id/bring-back",
    "/admin/client-ledger/orders/:id/items",
    "/admin/client-ledger/orders/:id/pick-up",
  ]),
  ...guard("pay_out", "POST", ["/admin/client-accounts/:id/top-ups/:top_up_id/refund"]),
  ...guard("reverse", "POST", [
    "/admin/receipts/:id",
    "/admin/receipts/:id/reverse",
    "/admin/client-accounts/:id/entries/:entry_id/reverse",
    "/admin/client-accounts/:id/transfers",
    "/admin/client-accounts/:id/merge",
    "/admin/cheque-deposits/:id/cheques/:receipt_id/bounce",
  ]),
  ...guard("write_off", "POST", ["/admin/client-accounts/:id/entries"]),
  // Small balances are written off, others paid out.
  ...guard(["write_off", "pay_out"], "POST", ["/admin/client-accounts/bring-to-zero"]),
  ...guard("close", "POST", [
    "/admin/client-ledger/closings",
    "/admin/cheque-deposits",
    "/admin/cheque-deposits/:id/deposit",
    "/admin/cheque-deposits/:id/clear",
    // A slip's line on the bank's statement clears its cheques.
    "/admin/bank-lines/:id/match",
    "/admin/cheque-deposits/:id/cancel",
  ]),
  ...guard("mail", "POST", [
    "/admin/client-accounts/:id/statement/mail",
    "/admin/client-accounts/:id/mails/:mail_id/send-again",
    "/admin/client-ledger/reminders",
  ]),
  ...guard("configure", "POST", [
    "/admin/client-accounts/:id",
    "/admin/client-accounts/:id/debt-policy",
    "/admin/client-ledger/debt-policy",
    "/admin/client-ledger/settings",
    "/admin/client-ledger/journal/settings",
    "/admin/client-ledger/reconcile",
  ]),
  ...guard("import", "POST", [
    "/admin/client-accounts/opening-balances",
    "/admin/bank-accounts",
    "/admin/bank-accounts/:id",
    "/admin/bank-statements",
    "/admin/bank-statements/preview",
  ]),
  ...guard("export", "GET", [
    "/admin/client-accounts/export",
    "/admin/client-ledger/acts/export",
    "/admin/client-ledger/archives",
    "/admin/client-ledger/archives/:year",
    "/admin/client-ledger/closings/:id/csv",
    "/admin/client-ledger/closings/:id/pdf",
    "/admin/client-ledger/journal/export",
    "/admin/client-ledger/imports/:id/csv",
  ]),
]

function guard(
  rights: Right | Right[],
  method: "GET" | "POST",
  matchers: string[]
): MiddlewareRoute[] {
  const policies = [rights].flat().map((operation) => ({ resource: CLIENT_LEDGER, operation }))
  return matchers.map((matcher) => ({ methods: [method], matcher, policies }))
}
