import { defineMiddlewares } from "@medusajs/framework/http"
import { actRoutes } from "./admin/client-ledger/acts/middlewares"
import { bankRoutes } from "./admin/bank-middlewares"
import { archiveRoutes } from "./admin/client-ledger/archives/middlewares"
import { clientAccountRoutes } from "./admin/client-accounts/middlewares"
import { chequeDepositRoutes } from "./admin/cheque-deposits/middlewares"
import { chequeRoutes } from "./admin/cheques/middlewares"
import { closingRoutes } from "./admin/client-ledger/closings/middlewares"
import { clientImportRoutes } from "./admin/client-ledger/imports/middlewares"
import { clientLedgerRoutes } from "./admin/client-ledger/middlewares"
import { counterRoutes } from "./admin/client-ledger/counter/middlewares"
import { debtPolicyRoutes } from "./admin/client-ledger/debt-policy/middlewares"
import { journalRoutes } from "./admin/client-ledger/journal/middlewares"
import { orderLedgerRoutes } from "./admin/client-ledger/orders/middlewares"
import { clientLedgerSettingsRoutes } from "./admin/client-ledger/settings/middlewares"
import { reminderRoutes } from "./admin/client-ledger/reminders/middlewares"
import { policyRoutes } from "./admin/policies"
import { receiptRoutes } from "./admin/receipts/middlewares"
import { accountCreditRoutes } from "./store/carts/[id]/account-credit/middlewares"
import { ownClientAccountRoutes } from "./store/customers/me/client-accounts/middlewares"
import { storePaymentMethodRoutes } from "./store/client-ledger/payment-methods/middlewares"

export default defineMiddlewares({
  routes: [
    ...policyRoutes,
    ...actRoutes,
    ...archiveRoutes,
    ...clientAccountRoutes,
    ...receiptRoutes,
    ...clientLedgerRoutes,
    ...clientImportRoutes,
    ...reminderRoutes,
    ...counterRoutes,
    ...debtPolicyRoutes,
    ...orderLedgerRoutes,
    ...clientLedgerSettingsRoutes,
    ...closingRoutes,
    ...journalRoutes,
    ...chequeRoutes,
    ...chequeDepositRoutes,
    ...bankRoutes,
    ...storePaymentMethodRoutes,
    ...ownClientAccountRoutes,
    ...accountCreditRoutes,
  ],
})
