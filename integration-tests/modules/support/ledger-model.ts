import type { EntryType, ManualEntryType } from "../../../src/modules/client-ledger/types"

/** What the ledger should do, in the simplest words: whole minor units, and a list of entries. */
export type ModelEntry = { type: EntryType; minor: bigint; key: string | null; reversed: boolean }
export type ModelAccount = {
  id: string
  digits: number
  entries: ModelEntry[]
}
export type Refusal = "invalid_data" | "conflict" | "not_allowed"

/** An amount as a caller writes it: minor units, and perhaps a digit more than the currency has. */
export type Written = { minor: bigint; tooFine: boolean }
export type ModelPosting = Written & { account: number; key: number; type: "adjustment" | "order" }

export const decimal = (minor: bigint, digits: number): string => {
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, "0")
  const whole = text.slice(0, text.length - digits)
  const fraction = digits ? `.${text.slice(-digits)}` : ""
  return `${minor < 0n ? "-" : ""}${whole}${fraction}`
}

export const written = ({ minor, tooFine }: Written, digits: number): string =>
  tooFine ? `${decimal(minor, digits)}${digits ? "" : "."}5` : decimal(minor, digits)

export const balanceOf = (account: ModelAccount): bigint =>
  account.entries.reduce((sum, entry) => sum + entry.minor, 0n)

const isInvalid = (amount: Written) => amount.tooFine || amount.minor === 0n

const keyOf = (posting: { key: number; type: string }) => `${posting.type} ${posting.key}`

export class LedgerModel {
  constructor(readonly accounts: ModelAccount[]) {}

  account(index: number): ModelAccount {
    return this.accounts[index % this.accounts.length]!
  }

  /** All or nothing; a key that stands with the same amount on the same account is a replay. */
  post(postings: ModelPosting[]): Refusal | null {
    if (postings.some(isInvalid)) return "invalid_data"
    const standing = new Map<string, { account: ModelAccount; minor: bigint }>()
    for (const account of this.accounts) {
      for (const { key, minor } of account.entries) if (key) standing.set(key, { account, minor })
    }
    const fresh: { account: ModelAccount; posting: ModelPosting }[] = []
    for (const posting of postings) {
      const account = this.account(posting.account)
      const stands = standing.get(keyOf(posting))
      if (!stands) {
        standing.set(keyOf(posting), { account, minor: posting.minor })
        fresh.push({ account, posting })
      } else if (stands.account !== account || stands.minor !== posting.minor) {
        return "conflict"
      }
    }
    for (const { account, posting } of fresh) {
      this.add(account, { type: posting.type, minor: posting.minor, key: keyOf(posting) })
    }
    return null
  }

  recordManual(account: ModelAccount, type: ManualEntryType, amount: Written): Refusal | null {
    if (isInvalid(amount)) return "invalid_data"
    if (type === "write_off") {
      const [before, after] = [balanceOf(account), balanceOf(account) + amount.minor]
      const towardZero =
        before < 0n ? amount.minor > 0n && after <= 0n : amount.minor < 0n && after >= 0n
      if (before === 0n || !towardZero) return "invalid_data"
    }
    const stands = (entry: ModelEntry) => entry.type === "opening_balance" && !entry.reversed
    if (type === "opening_balance" && account.entries.some(stands)) return "conflict"
    this.add(account, { type, minor: amount.minor, key: null })
    return null
  }

  recordReceipt(account: ModelAccount, out: boolean, amount: Written): Refusal | null {
    if (isInvalid(amount) || amount.minor < 0n) return "invalid_data"
    const minor = out ? -amount.minor : amount.minor
    this.add(account, { type: out ? "payout" : "receipt", minor, key: null })
    return null
  }

  /** Of an entry by hand, or of a receipt's entry through its receipt. */
  reverse(account: ModelAccount, entry: ModelEntry, throughReceipt: boolean): Refusal | null {
    if (entry.type === "reversal") return "conflict"
    const byHand = ["adjustment", "write_off", "opening_balance"].includes(entry.type)
    if (!throughReceipt && !byHand) return "not_allowed"
    if (entry.reversed) return "conflict"
    entry.reversed = true
    this.add(account, { type: "reversal", minor: -entry.minor, key: null })
    return null
  }

  private add(account: ModelAccount, entry: Omit<ModelEntry, "reversed">) {
    account.entries.push({ ...entry, reversed: false })
  }
}
