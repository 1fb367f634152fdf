import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { updateSettingsBody } from "./validators"

export const clientLedgerSettingsRoutes: MiddlewareRoute[] = [
  {
    methods: ["POST"],
    matcher: "/admin/client-ledger/settings",
    middlewares: [validateAndTransformBody(updateSettingsBody)],
  },
]
