export * from "./client-ledger"
