import { useQuery } from "@tanstack/react-query"
import { sdk } from "../lib/sdk"

type Stores = {
  stores: { supported_currencies?: { currency_code: string; is_default: boolean }[] }[]
}

/** The shop's currencies, its own first. */
export const useStoreCurrencies = (enabled: boolean) =>
  useQuery({
    queryKey: ["client-ledger-store-currencies"],
    queryFn: () =>
      sdk.client.fetch<Stores>("/admin/stores", {
        query: { fields: "id,*supported_currencies" },
      }),
    select: ({ stores }) =>
      [...(stores[0]?.supported_currencies ?? [])]
        .sort((a, b) => Number(b.is_default) - Number(a.is_default))
        .map((currency) => currency.currency_code),
    enabled,
  })
