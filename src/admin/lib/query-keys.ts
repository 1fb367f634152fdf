import type { QueryClient } from "@tanstack/react-query"

const ROOT = ["client-ledger"] as const

/** Every query of ours begins with the same word, so that one call refreshes them all. */
export const ledgerKeys = {
  accounts: (query: object) => [...ROOT, "accounts", query] as const,
  totals: (query: object) => [...ROOT, "totals", query] as const,
  account: (id: string) => [...ROOT, "account", id] as const,
  entries: (accountId: string, query: object) => [...ROOT, "entries", accountId, query] as const,
  order: (orderId: string) => [...ROOT, "order", orderId] as const,
  counter: (query: object) => [...ROOT, "counter", query] as const,
  orderLines: (orderId: string) => [...ROOT, "order-lines", orderId] as const,
  closingPreview: (currency: string) => [...ROOT, "closing-preview", currency] as const,
  closings: (query: object) => [...ROOT, "closings", query] as const,
  closing: (id: string) => [...ROOT, "closing", id] as const,
  archiveYears: () => [...ROOT, "archive-years"] as const,
  cheques: (query: object) => [...ROOT, "cheques", query] as const,
  chequeDeposits: (query: object) => [...ROOT, "cheque-deposits", query] as const,
  chequeDeposit: (id: string) => [...ROOT, "cheque-deposit", id] as const,
  bankAccounts: () => [...ROOT, "bank-accounts"] as const,
  bankStatements: (query: object) => [...ROOT, "bank-statements", query] as const,
  bankLines: (query: object) => [...ROOT, "bank-lines", query] as const,
  debtPolicy: (whose: string) => [...ROOT, "debt-policy", whose] as const,
  topUp: (id: string) => [...ROOT, "top-up", id] as const,
  mails: (accountId: string, query: object) => [...ROOT, "mails", accountId, query] as const,
  reminders: () => [...ROOT, "reminders"] as const,
  acts: (query: object) => [...ROOT, "acts", query] as const,
  journal: (query: object) => [...ROOT, "journal", query] as const,
  journalSettings: () => [...ROOT, "journal-settings"] as const,
  imports: (query: object) => [...ROOT, "imports", query] as const,
  import: (id: string, query: object) => [...ROOT, "import", id, query] as const,
  actPeople: () => [...ROOT, "act-people"] as const,
  settings: () => [...ROOT, "settings"] as const,
}

/** Lists, totals, accounts, entries and orders: whatever moves money may change each of them. */
export const refreshLedger = (client: QueryClient) => client.invalidateQueries({ queryKey: ROOT })

/** Medusa's own order pages, after a payment was captured from one of our widgets. */
export const refreshMedusaOrders = (client: QueryClient) =>
  client.invalidateQueries({
    predicate: ({ queryKey }) => queryKey[0] === "orders" || queryKey[0] === "payments",
  })
