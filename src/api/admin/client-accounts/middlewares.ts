import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import {
  bringToZeroBody,
  createAccountBody,
  exportAccountsQuery,
  listAccountsQuery,
  listEntriesQuery,
  listTopUpsQuery,
  listMailsQuery,
  mailStatementBody,
  mergeBody,
  openingBalancesBody,
  recordEntryBody,
  recordTransferBody,
  refundTopUpBody,
  reverseEntryBody,
  updateAccountBody,
} from "./validators"

/** About 50,000 lines. */
const LARGEST_FILE = "5mb"

export const clientAccountRoutes: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/admin/client-accounts",
    middlewares: [validateAndTransformQuery(listAccountsQuery, { isList: true })],
  },
  {
    methods: ["POST"],
    matcher: "/admin/client-accounts",
    middlewares: [validateAndTransformBody(createAccountBody)],
  },
  {
    methods: ["GET"],
    matcher: "/admin/client-accounts/export",
    middlewares: [validateAndTransformQuery(exportAccountsQuery, { isList: true })],
  },
  {
    methods: ["POST"],
    matcher: "/admin/client-accounts/:id",
    middlewares: [validateAndTransformBody(updateAccountBody)],
  },
  {
    methods: ["GET"],
    matcher: "/admin/client-accounts/:id/mails",
    middlewares: [validateAndTransformQuery(listMailsQuery, { isList: true })],
  },
  {
    methods: ["POST"],
    matcher: "/admin/client-accounts/:id/statement/mail",
    middlewares: [validateAndTransformBody(mailStatementBody)],
  },
  {
    methods: ["GET"],
    matcher: "/admin/client-accounts/:id/entries",
    middlewares: [validateAndTransformQuery(listEntriesQuery, { isList: true })],
  },
  {
    methods: ["POST"],
    matcher: "/admin/client-accounts/:id/entries",
    middlewares: [validateAndTransformBody(recordEntryBody)],
  },
  {
    methods: ["POST"],
    matcher: "/admin/client-accounts/:id/entries/:entry_id/reverse",
    middlewares: [validateAndTransformBody(reverseEntryBody)],
  },
  {
    methods: ["POST"],
    matcher: "/admin/client-accounts/:id/transfers",
    middlewares: [validateAndTransformBody(recordTransferBody)],
  },
  {
    methods: ["GET"],
    matcher: "/admin/client-accounts/:id/top-ups",
    middlewares: [validateAndTransformQuery(listTopUpsQuery, { isList: true })],
  },
  {
    methods: ["POST"],
    matcher: "/admin/client-accounts/:id/top-ups/:top_up_id/refund",
    middlewares: [validateAndTransformBody(refundTopUpBody)],
  },
  {
    methods: ["POST"],
    matcher: "/admin/client-accounts/bring-to-zero",
    middlewares: [validateAndTransformBody(bringToZeroBody)],
  },
  {
    methods: ["POST"],
    matcher: "/admin/client-accounts/:id/merge",
    middlewares: [validateAndTransformBody(mergeBody)],
  },
  {
    methods: ["POST"],
    matcher: "/admin/client-accounts/opening-balances",
    bodyParser: { sizeLimit: LARGEST_FILE },
    middlewares: [validateAndTransformBody(openingBalancesBody)],
  },
]
