import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { guardPayOuts } from "../../utils/guard-pay-outs"
import {
  correctReceiptBody,
  listReceiptsQuery,
  recordReceiptBatchBody,
  recordReceiptBody,
  reverseReceiptBody,
} from "./validators"

export const receiptRoutes: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/admin/receipts",
    middlewares: [validateAndTransformQuery(listReceiptsQuery, { isList: true })],
  },
  {
    methods: ["POST"],
    matcher: "/admin/receipts",
    middlewares: [validateAndTransformBody(recordReceiptBody), guardPayOuts],
  },
  {
    methods: ["POST"],
    matcher: "/admin/receipts/batch",
    middlewares: [validateAndTransformBody(recordReceiptBatchBody), guardPayOuts],
  },
  {
    methods: ["POST"],
    matcher: "/admin/receipts/:id",
    middlewares: [validateAndTransformBody(correctReceiptBody)],
  },
  {
    methods: ["POST"],
    matcher: "/admin/receipts/:id/reverse",
    middlewares: [validateAndTransformBody(reverseReceiptBody)],
  },
]
