import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { closeDayBody, documentQuery, listClosingsQuery, previewClosingQuery } from "./validators"

const CLOSINGS = "/admin/client-ledger/closings"

export const closingRoutes: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: CLOSINGS,
    middlewares: [validateAndTransformQuery(listClosingsQuery, { isList: true })],
  },
  {
    methods: ["POST"],
    matcher: CLOSINGS,
    middlewares: [validateAndTransformBody(closeDayBody)],
  },
  {
    methods: ["GET"],
    matcher: `${CLOSINGS}/preview`,
    middlewares: [validateAndTransformQuery(previewClosingQuery, { isList: false })],
  },
  ...["pdf", "csv"].map((format): MiddlewareRoute => ({
    methods: ["GET"],
    matcher: `${CLOSINGS}/:id/${format}`,
    middlewares: [validateAndTransformQuery(documentQuery, { isList: false })],
  })),
]
