import { defineMiddlewares } from "@medusajs/framework/http"
import { clientAccountRoutes } from "./admin/client-accounts/middlewares"

export default defineMiddlewares({
  routes: [...clientAccountRoutes],
})
