import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { sendRemindersBody } from "./validators"

export const reminderRoutes: MiddlewareRoute[] = [
  {
    methods: ["POST"],
    matcher: "/admin/client-ledger/reminders",
    middlewares: [validateAndTransformBody(sendRemindersBody)],
  },
]
