/** The day of a moment, YYYY-MM-DD, in UTC as Medusa keeps its dates. */
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10)

/** Today, for a caller that has no other day in mind. */
export const today = (): string => dayOf(new Date())

/** What lies before is a slip of the keyboard. */
export const EARLIEST_DAY = "1900-01-01"
