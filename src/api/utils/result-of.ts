import { MedusaError } from "@medusajs/framework/utils"
import { ConflictError } from "../../modules/client-ledger/utils/errors"

/**
 * The result of a workflow's run. A failed workflow throws a plain copy of its error, and Medusa's error handler
 * answers a copied conflict by a general message: it is made an error again, so that the client reads why.
 */
export async function resultOf<Result>(run: Promise<{ result: Result }>): Promise<Result> {
  try {
    return (await run).result
  } catch (error) {
    if (isCopiedConflict(error)) throw new ConflictError(error.message)
    throw error
  }
}

const isCopiedConflict = (error: unknown): error is { message: string } =>
  typeof error === "object" &&
  error !== null &&
  "type" in error &&
  error.type === MedusaError.Types.CONFLICT &&
  // Medusa's own conflicts carry no status, and keep its general message.
  "statusCode" in error &&
  "message" in error &&
  typeof error.message === "string"
