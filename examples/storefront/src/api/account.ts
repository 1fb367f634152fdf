import type Medusa from "@medusajs/js-sdk"
import type {
  StoreClientAccount,
  StoreClientAccountListResponse,
  StoreLedgerEntryListResponse,
  StorePaymentInstructionsResponse,
} from "medusa-plugin-client-ledger/types/http"
import type { Shop } from "../lib/shop"

const ACCOUNTS = "/store/customers/me/client-accounts"

/** The customer's account in the currency of the region. The server makes it on first sight. */
export async function readAccount({ sdk, region }: Shop): Promise<StoreClientAccount | null> {
  const { client_accounts } = await sdk.client.fetch<StoreClientAccountListResponse>(ACCOUNTS)
  return client_accounts.find((account) => account.currency_code === region.currency_code) ?? null
}

/** What happened on it, newest first, each with the balance after it. */
export const listEntries = (sdk: Medusa, accountId: string, offset: number) =>
  sdk.client.fetch<StoreLedgerEntryListResponse>(`${ACCOUNTS}/${accountId}/entries`, {
    query: { limit: 10, offset },
  })

/** How to pay by each method: an amount, or all that is owed. */
export async function readPaymentInstructions(sdk: Medusa, accountId: string, amount?: string) {
  const path = `${ACCOUNTS}/${accountId}/payment-instructions`
  const { payment_instructions } = await sdk.client.fetch<StorePaymentInstructionsResponse>(path, {
    query: amount ? { amount } : {},
  })
  return payment_instructions
}

export type StatementFormat = "pdf" | "csv"

/** A statement as a file. The customer's token goes along, as a plain link couldn't do. */
export const fetchStatement = (
  sdk: Medusa,
  accountId: string,
  format: StatementFormat,
  period: { from: string; to: string }
): Promise<Response> =>
  sdk.client.fetch<Response>(`${ACCOUNTS}/${accountId}/statement/${format}`, {
    headers: { accept: format === "pdf" ? "application/pdf" : "text/csv" },
    query: { ...period, time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone },
  })
