import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import {
  listOwnEntriesQuery,
  paymentInstructionsQuery,
  statementQuery,
  topUpBody,
} from "./validators"

const ACCOUNT = "/store/customers/me/client-accounts/:id"

/** Medusa lets only a logged-in customer through to anything under /store/customers/me. */
export const ownClientAccountRoutes: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: `${ACCOUNT}/entries`,
    middlewares: [validateAndTransformQuery(listOwnEntriesQuery, { isList: true })],
  },
  {
    methods: ["POST"],
    matcher: `${ACCOUNT}/top-ups`,
    middlewares: [validateAndTransformBody(topUpBody)],
  },
  {
    methods: ["GET"],
    matcher: `${ACCOUNT}/payment-instructions`,
    middlewares: [validateAndTransformQuery(paymentInstructionsQuery, { isList: false })],
  },
  ...["statement", "statement/pdf", "statement/csv"].map((path): MiddlewareRoute => ({
    methods: ["GET"],
    matcher: `${ACCOUNT}/${path}`,
    middlewares: [validateAndTransformQuery(statementQuery, { isList: false })],
  })),
]
