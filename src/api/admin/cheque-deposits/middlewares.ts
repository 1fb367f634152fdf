import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import {
  bounceBody,
  cancelBody,
  clearBody,
  depositBody,
  listDepositsQuery,
  makeDepositBody,
  slipQuery,
} from "./validators"

const DEPOSITS = "/admin/cheque-deposits"

export const chequeDepositRoutes: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: DEPOSITS,
    middlewares: [validateAndTransformQuery(listDepositsQuery, { isList: true })],
  },
  {
    methods: ["GET"],
    matcher: `${DEPOSITS}/:id/pdf`,
    middlewares: [validateAndTransformQuery(slipQuery, { isList: false })],
  },
  ...Object.entries({
    [DEPOSITS]: makeDepositBody,
    [`${DEPOSITS}/:id/deposit`]: depositBody,
    [`${DEPOSITS}/:id/clear`]: clearBody,
    [`${DEPOSITS}/:id/cancel`]: cancelBody,
    [`${DEPOSITS}/:id/cheques/:receipt_id/bounce`]: bounceBody,
  }).map(([matcher, body]): MiddlewareRoute => ({
    methods: ["POST"],
    matcher,
    middlewares: [validateAndTransformBody(body)],
  })),
]
