import { type MiddlewareRoute, validateAndTransformQuery } from "@medusajs/framework/http"
import { listChequesQuery } from "./validators"

export const chequeRoutes: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/admin/cheques",
    middlewares: [validateAndTransformQuery(listChequesQuery, { isList: true })],
  },
]
