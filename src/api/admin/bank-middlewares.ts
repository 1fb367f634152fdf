import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { createBankAccountBody, updateBankAccountBody } from "./bank-accounts/validators"
import {
  acceptBankLinesBody,
  bringBankLineBackBody,
  listBankLinesQuery,
  matchBankLineBody,
  setBankLineAsideBody,
} from "./bank-lines/validators"
import { listBankStatementsQuery, uploadBankStatementQuery } from "./bank-statements/validators"

/** The market's accounts at banks, the statements' files and their lines. */
export const bankRoutes: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/admin/bank-lines",
    middlewares: [validateAndTransformQuery(listBankLinesQuery, { isList: true })],
  },
  {
    methods: ["GET"],
    matcher: "/admin/bank-statements",
    middlewares: [validateAndTransformQuery(listBankStatementsQuery, { isList: true })],
  },
  // The files are the bodies themselves, and go to disk as they come.
  {
    methods: ["POST"],
    matcher: "/admin/bank-statements",
    bodyParser: false,
    middlewares: [validateAndTransformQuery(uploadBankStatementQuery, { isList: false })],
  },
  { methods: ["POST"], matcher: "/admin/bank-statements/preview", bodyParser: false },
  ...Object.entries({
    "/admin/bank-accounts": createBankAccountBody,
    "/admin/bank-accounts/:id": updateBankAccountBody,
    "/admin/bank-lines/accept": acceptBankLinesBody,
    "/admin/bank-lines/:id/match": matchBankLineBody,
    "/admin/bank-lines/:id/set-aside": setBankLineAsideBody,
    "/admin/bank-lines/:id/bring-back": bringBankLineBackBody,
  }).map(([matcher, body]): MiddlewareRoute => ({
    methods: ["POST"],
    matcher,
    middlewares: [validateAndTransformBody(body)],
  })),
]
