import { createHash } from "node:crypto"
import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { IdempotentRequest } from "../../modules/client-ledger/types"

const LONGEST_KEY = 255

/**
 * The request's Idempotency-Key with a fingerprint of what is asked, if the caller sent one.
 * @throws INVALID_DATA when the key is empty or too long to be one.
 */
export function idempotentRequestOf(req: MedusaRequest): IdempotentRequest | undefined {
  const key = req.header("Idempotency-Key")?.trim()
  if (key === undefined) return undefined
  if (!key || key.length > LONGEST_KEY) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Idempotency-Key: must have 1 to ${LONGEST_KEY} characters`
    )
  }
  return { key, fingerprint: fingerprintOf(req) }
}

/** The validated body, whose fields stand in the schema's order however the caller wrote them. */
function fingerprintOf(req: MedusaRequest): string {
  const asked = JSON.stringify([req.method, req.baseUrl + req.path, req.validatedBody ?? null])
  return createHash("sha256").update(asked).digest("hex")
}
