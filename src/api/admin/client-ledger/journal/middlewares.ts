import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { exportJournalQuery, journalQuery, updateJournalSettingsBody } from "./validators"

const JOURNAL = "/admin/client-ledger/journal"

export const journalRoutes: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: JOURNAL,
    middlewares: [validateAndTransformQuery(journalQuery, { isList: false })],
  },
  {
    methods: ["GET"],
    matcher: `${JOURNAL}/export`,
    middlewares: [validateAndTransformQuery(exportJournalQuery, { isList: false })],
  },
  {
    methods: ["POST"],
    matcher: `${JOURNAL}/settings`,
    middlewares: [validateAndTransformBody(updateJournalSettingsBody)],
  },
]
