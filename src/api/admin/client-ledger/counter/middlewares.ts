import { type MiddlewareRoute, validateAndTransformQuery } from "@medusajs/framework/http"
import { listCounterClientsQuery } from "./validators"

export const counterRoutes: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/admin/client-ledger/counter",
    middlewares: [validateAndTransformQuery(listCounterClientsQuery, { isList: true })],
  },
]
