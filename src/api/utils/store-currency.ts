import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** The currency that the store counts in, unless it has none yet. */
export async function storeCurrency(scope: MedusaContainer): Promise<string | undefined> {
  const query = scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data: stores } = await query.graph({
    entity: "store",
    fields: ["supported_currencies.currency_code", "supported_currencies.is_default"],
  })
  type Currency = { currency_code: string; is_default: boolean }
  const currencies = (stores[0]?.supported_currencies ?? []) as (Currency | null)[]
  return currencies.find((currency) => currency?.is_default)?.currency_code
}
