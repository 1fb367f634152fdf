import { MedusaError } from "@medusajs/framework/utils"

/**
 * A 409 that says what is the matter. Medusa's error handler replaces the message of a plain conflict by a
 * general one, and leaves alone an error that carries its own status.
 */
export class ConflictError extends MedusaError {
  readonly expose = true
  readonly status = 409
  readonly statusCode = 409

  constructor(message: string) {
    super(MedusaError.Types.CONFLICT, message)
  }
}

const UNIQUE_VIOLATION = "23505"
const OUT_OF_RANGE = ["22003", "23514"]

type DatabaseError = { code?: string; message?: string; detail?: string; cause?: unknown }

/** What the ledger's own SQL raises, as the error Medusa answers with; anything else stays as it is. */
export function toMedusaError(error: unknown): unknown {
  const { code = "", message = "", detail } = databaseErrorOf(error)
  // The driver puts the statement before the message.
  const reason = message.split(" - ").at(-1) ?? message
  if (code === "CL409") return new ConflictError(reason)
  if (code === UNIQUE_VIOLATION)
    return new ConflictError(`Already recorded. ${detail ?? ""}`.trim())
  if (code === "CL404") return new MedusaError(MedusaError.Types.NOT_FOUND, reason)
  if (code === "CL400") return new MedusaError(MedusaError.Types.INVALID_DATA, reason)
  if (code === "CL403") return new MedusaError(MedusaError.Types.NOT_ALLOWED, reason)
  if (OUT_OF_RANGE.includes(code)) {
    return new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `amount: refused by the database (${reason})`
    )
  }
  return error
}

function databaseErrorOf(error: unknown): DatabaseError {
  const candidate = error as DatabaseError | null | undefined
  if (!candidate || typeof candidate !== "object") return {}
  if (candidate.code) return candidate
  return candidate.cause ? databaseErrorOf(candidate.cause) : {}
}
