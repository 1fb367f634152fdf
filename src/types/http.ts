/**
 * What the HTTP API answers. Amounts are numbers in the currency's major units, as everywhere in Medusa;
 * a balance above zero is the client's money in reserve, below zero what the client owes.
 */
export * from "./http/accounts"
export * from "./http/acts"
export * from "./http/imports"
export * from "./http/archives"
export * from "./http/receipts"
export * from "./http/orders"
export * from "./http/settings"
export * from "./http/closings"
export * from "./http/cheques"
export * from "./http/bank"
export * from "./http/mails"
export * from "./http/journal"
export * from "./http/store"
export * from "./http/account-credit"
export * from "./http/top-ups"
export type {
  AccountStatus,
  ChequeDepositStatus,
  ChequeState,
  EntryType,
  MailKind,
  MailStatus,
  NextStep,
  OnSiteMethod,
  RealMethod,
  ReceiptDirection,
  ReceiptMethod,
  ReminderSkip,
} from "../modules/client-ledger/types"
