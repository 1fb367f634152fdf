import { defineMiddlewares } from "@medusajs/framework/http"
import { clientAccountRoutes } from "./admin/client-accounts/middlewares"
import { receiptRoutes } from "./admin/receipts/middlewares"

export default defineMiddlewares({
  routes: [...clientAccountRoutes, ...receiptRoutes],
})
