import { type MiddlewareRoute, validateAndTransformQuery } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"

/** Medusa takes `locale` off the query before, as on each store route. */
const paymentMethodsQuery = z.object({ region_id: z.string().optional() })
export type PaymentMethodsQuery = z.infer<typeof paymentMethodsQuery>

export const storePaymentMethodRoutes: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/store/client-ledger/payment-methods",
    middlewares: [validateAndTransformQuery(paymentMethodsQuery, { isList: true })],
  },
]
