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

type Named = { customer_name: string | null; customer_email: string | null; customer_id: string }

/**
 * Checks one row of many; what is wrong with it names the row and its client.
 * @param row as the caller wrote it, "receipts[3]".
 */
export function namingRow<Result>(row: string, client: Named, check: () => Result): Result {
  try {
    return check()
  } catch (error) {
    if (error instanceof MedusaError) {
      const name = client.customer_name ?? client.customer_email ?? client.customer_id
      error.message = `${row} (${name}): ${error.message}`
    }
    throw error
  }
}

const UNIQUE_VIOLATION = "23505"
const OUT_OF_RANGE = ["22003", "23514"]
const NOT_A_DAY = ["22007", "22008"]
/** PostgreSQL stores any character but this one: the first code is of plain text, the second of JSON. */
const NUL_CHARACTER = ["22021", "22P05"]
const UNREADABLE = "22P02"

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
  const invalid = invalidity(code, reason)
  return invalid ? new MedusaError(MedusaError.Types.INVALID_DATA, invalid) : error
}

function invalidity(code: string, reason: string): string | null {
  if (OUT_OF_RANGE.includes(code)) return `amount: refused by the database (${reason})`
  if (NOT_A_DAY.includes(code)) return `value_date: must be a day, YYYY-MM-DD (${reason})`
  if (NUL_CHARACTER.includes(code)) return "A text holds the NUL character, which can't be stored"
  if (code === UNREADABLE) return `A value can't be read (${reason})`
  return null
}

function databaseErrorOf(error: unknown): DatabaseError {
  const candidate = error as DatabaseError | null | undefined
  if (!candidate || typeof candidate !== "object") return {}
  if (candidate.code) return candidate
  return candidate.cause ? databaseErrorOf(candidate.cause) : {}
}
