import {
  authenticate,
  type MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"
import { guardCompletion } from "./guard-completion"
import { accountCreditBody } from "./validators"

const CREDIT = "/store/carts/:id/account-credit"

export const accountCreditRoutes: MiddlewareRoute[] = [
  {
    methods: ["GET", "POST", "DELETE"],
    matcher: CREDIT,
    middlewares: [authenticate("customer", ["session", "bearer"])],
  },
  {
    methods: ["POST"],
    matcher: CREDIT,
    middlewares: [validateAndTransformBody(accountCreditBody)],
  },
  { methods: ["POST"], matcher: "/store/carts/:id/complete", middlewares: [guardCompletion] },
]
