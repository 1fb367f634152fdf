import { type MiddlewareRoute, validateAndTransformQuery } from "@medusajs/framework/http"
import { exportActsQuery, listActsQuery } from "./validators"

export const actRoutes: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/admin/client-ledger/acts",
    middlewares: [validateAndTransformQuery(listActsQuery, { isList: true })],
  },
  {
    methods: ["GET"],
    matcher: "/admin/client-ledger/acts/export",
    middlewares: [validateAndTransformQuery(exportActsQuery, { isList: true })],
  },
]
