import { hasPermission } from "@medusajs/framework"
import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { CLIENT_LEDGER } from "../../policies/client-ledger"

type Recorded = { direction?: "in" | "out" }

/** Money out needs a right of its own, though it is recorded by the same routes as money in. */
export async function guardPayOuts(
  req: AuthenticatedMedusaRequest<Recorded | { receipts: Recorded[] }>,
  _: MedusaResponse,
  next: MedusaNextFunction
) {
  const body = req.validatedBody
  const receipts = "receipts" in body ? body.receipts : [body]
  if (receipts.some(({ direction }) => direction === "out")) {
    const mayPayOut = await hasPermission({
      roles: (req.auth_context.app_metadata?.roles as string[] | undefined) ?? [],
      actions: { resource: CLIENT_LEDGER, operation: "pay_out" },
      container: req.scope,
    })
    if (!mayPayOut) {
      throw new MedusaError(
        MedusaError.Types.FORBIDDEN,
        `Insufficient permissions. Required policies: ${CLIENT_LEDGER}:pay_out`
      )
    }
  }
  next()
}
