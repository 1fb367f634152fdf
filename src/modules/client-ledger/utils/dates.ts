import { MedusaError } from "@medusajs/framework/utils"

/** The day of a moment, YYYY-MM-DD, in UTC as Medusa keeps its dates. */
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10)

/** Today, for a caller that has no other day in mind. */
export const today = (): string => dayOf(new Date())

/** For sorting days, YYYY-MM-DD, which are in the order of their letters. */
export const compareDays = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** What lies before is a slip of the keyboard. */
export const EARLIEST_DAY = "1900-01-01"

/**
 * Money that moved, or a day that is closed, lies behind. A person writes his own calendar's day, which may be
 * one ahead of UTC's.
 * @throws INVALID_DATA naming the field.
 */
export function refuseFuture(day: string | null | undefined, field: string): void {
  const tomorrow = new Date(`${today()}T00:00:00Z`)
  tomorrow.setUTCDate(tomorrow.getUTCDate() + 1)
  if (day && new Date(`${day}T00:00:00Z`) > tomorrow) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `${field}: must not be in the future`)
  }
}

const DAY = 24 * 60 * 60 * 1000

/** Whole days from one day to another, both YYYY-MM-DD. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY)
