import { type MiddlewareRoute, validateAndTransformQuery } from "@medusajs/framework/http"
import { importCsvQuery, importQuery, listImportsQuery } from "./validators"

const IMPORTS = "/admin/client-ledger/imports"

export const clientImportRoutes: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: IMPORTS,
    middlewares: [validateAndTransformQuery(listImportsQuery, { isList: true })],
  },
  {
    methods: ["GET"],
    matcher: `${IMPORTS}/:id`,
    middlewares: [validateAndTransformQuery(importQuery, { isList: true })],
  },
  {
    methods: ["GET"],
    matcher: `${IMPORTS}/:id/csv`,
    middlewares: [validateAndTransformQuery(importCsvQuery, { isList: false })],
  },
]
