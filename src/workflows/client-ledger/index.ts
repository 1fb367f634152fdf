export * from "./workflows/create-client-account"
export * from "./workflows/record-manual-entry"
export * from "./workflows/reverse-ledger-entry"
