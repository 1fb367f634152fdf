import type {
  StorePaymentMethod,
  StorePaymentMethodsResponse,
} from "medusa-plugin-client-ledger/types/http"
import type { Shop } from "../lib/shop"

/** The ways to pay on-site that the region offers, with the market's own texts in the reader's language. */
export async function listPaymentMethods({ sdk, region }: Shop): Promise<StorePaymentMethod[]> {
  const { payment_methods } = await sdk.client.fetch<StorePaymentMethodsResponse>(
    "/store/client-ledger/payment-methods",
    { query: { region_id: region.id } }
  )
  return payment_methods
}
