import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { reconcileBody, verifyQuery } from "./validators"

export const clientLedgerRoutes: MiddlewareRoute[] = [
  {
    methods: ["POST"],
    matcher: "/admin/client-ledger/reconcile",
    middlewares: [validateAndTransformBody(reconcileBody)],
  },
  {
    methods: ["GET"],
    matcher: "/admin/client-ledger/verify",
    middlewares: [validateAndTransformQuery(verifyQuery, { isList: false })],
  },
]
