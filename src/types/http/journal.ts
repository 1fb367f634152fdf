/** The formats that the accountant's journal comes in. `fec` has the columns of a French FEC; it is an export, not "the FEC". */
export type JournalFormat = "fec" | "csv" | "hledger" | "beancount"

/** An account of the general ledger. */
export type AdminJournalAccount = { number: string; name: string }

export type AdminJournalSettings = {
  /** Nine digits; they begin an export's file name. */
  siren: string | null
  /**
   * By use: `clients`, `sales`, `vat`, `cash`, `cheques`, `bank`, `card_terminal`, `online`, `suspense`, `loss`, `gain`,
   * `bank_fee`, `opening`; and those that a rate of VAT or an online provider has for itself, as `vat:5.5` or
   * `online:pp_stripe_stripe`.
   */
  accounts: Record<string, AdminJournalAccount>
  /** The uses whose account the market chose itself. */
  chosen: string[]
}

export type AdminJournalSettingsResponse = { journal_settings: AdminJournalSettings }

/** What is given changes; an account of null is again the one that is suggested. */
export type AdminUpdateJournalSettings = {
  siren?: string | null
  accounts?: Record<string, AdminJournalAccount | null>
}

export type AdminJournalQuery = { from: string; to: string; currency_code?: string }

export type AdminJournalResponse = {
  journal: {
    currency_code: string
    from: string
    to: string
    /** The day of the last closing; null before the first. */
    closed_to: string | null
    /** What closings have numbered in the period. */
    journals: { code: string; pieces: number; amount: number }[]
    /** How many pieces of the period no closing has numbered. */
    provisional: number
  }
}
