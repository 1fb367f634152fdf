import { z } from "@medusajs/framework/zod"
import { EARLIEST_DAY } from "../../modules/client-ledger/utils/dates"

const MAX_LIMIT = 200

/** `limit` and `offset` of a list. */
export const pageFields = {
  limit: z.coerce.number().int().min(1).max(MAX_LIMIT).default(20),
  offset: z.coerce.number().int().min(0).default(0),
}

const DECIMAL = /^[+-]?\d+(\.\d+)?$/

/** Text or number, as it was written: what isn't exact is refused later, by the currency's digits. */
export const amountField = z
  .union([z.number(), z.string()])
  .refine((value) => typeof value === "number" || DECIMAL.test(value.trim()), {
    error: "amount: must be a number",
  })

export const dateField = (name: string) =>
  z.iso
    .date({ error: `${name}: must be a date, as 2026-01-31` })
    .refine((day) => day >= EARLIEST_DAY, { error: `${name}: must be after ${EARLIEST_DAY}` })

/** Of the reader, as Europe/Paris. */
export const timeZoneField = z
  .string()
  .refine(isTimeZone, { error: "time_zone: must be a time zone, as Europe/Paris" })

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }))
  } catch {
    return false
  }
}

/** Text that the database can hold: Postgres knows no NUL character. */
export const noteField = z
  .string()
  .max(2000)
  .refine((text) => !text.includes("\0"), { error: "note: must be plain text" })

/** The number of a cheque, the words of a transfer. */
export const referenceField = z.string().trim().max(200)

/** A few words in one line. */
export const textField = (name: string, longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .refine((text) => !text.includes("\0"), { error: `${name}: must be plain text` })

/** One value, several, or several with commas between. */
export const listField = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (typeof value === "string" ? value.split(",") : value))

export const booleanField = z.enum(["true", "false"]).transform((value) => value === "true")
