import { type MiddlewareRoute, validateAndTransformQuery } from "@medusajs/framework/http"
import { archivesQuery } from "./validators"

const ARCHIVES = "/admin/client-ledger/archives"

export const archiveRoutes: MiddlewareRoute[] = [ARCHIVES, `${ARCHIVES}/:year`].map((matcher) => ({
  methods: ["GET"],
  matcher,
  middlewares: [validateAndTransformQuery(archivesQuery, { isList: false })],
}))
