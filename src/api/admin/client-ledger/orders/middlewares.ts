import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { changeOrderItemsBody, pickUpBody } from "./validators"

const ORDER = "/admin/client-ledger/orders/:id"

export const orderLedgerRoutes: MiddlewareRoute[] = [
  {
    methods: ["POST"],
    matcher: `${ORDER}/pick-up`,
    middlewares: [validateAndTransformBody(pickUpBody)],
  },
  {
    methods: ["POST"],
    matcher: `${ORDER}/items`,
    middlewares: [validateAndTransformBody(changeOrderItemsBody)],
  },
]
