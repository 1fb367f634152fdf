import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { accountDebtPolicyBody, debtPolicyBody } from "./validators"

export const debtPolicyRoutes: MiddlewareRoute[] = [
  {
    methods: ["POST"],
    matcher: "/admin/client-ledger/debt-policy",
    middlewares: [validateAndTransformBody(debtPolicyBody)],
  },
  {
    methods: ["POST"],
    matcher: "/admin/client-accounts/:id/debt-policy",
    middlewares: [validateAndTransformBody(accountDebtPolicyBody)],
  },
]
