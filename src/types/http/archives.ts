/** A year of the ledger. It can be archived once it is over and nothing of it waits for a closing. */
export type AdminArchiveYear = {
  year: number
  is_over: boolean
  /** Payments and reversals recorded by the end of the year that no closing has taken, per currency. */
  unclosed: { currency_code: string; payments: number; reversals: number; since: string }[]
}

export type AdminArchiveYearListResponse = { archive_years: AdminArchiveYear[] }
