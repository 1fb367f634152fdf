import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { onSiteMethodOf } from "../../../modules/client-ledger/utils/providers"

/**
 * The online payment providers that a region of the currency offers.
 * @param onlineProviders ids that the shop's options declare online, whatever their name looks like.
 */
export async function topUpProviders(
  container: MedusaContainer,
  currencyCode: string,
  onlineProviders: readonly string[]
): Promise<string[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: regions } = await query.graph({
    entity: "region",
    fields: ["id", "payment_providers.id", "payment_providers.is_enabled"],
    filters: { currency_code: currencyCode },
  })
  // The query's types don't know the link that Medusa itself defines between the two modules.
  type Region = { payment_providers?: ({ id: string; is_enabled: boolean } | null)[] }
  const offered = (regions as unknown as Region[])
    .flatMap((region) => region.payment_providers ?? [])
    .flatMap((provider) => (provider?.is_enabled ? provider.id : []))
  return [...new Set(offered)].filter((id) => !onSiteMethodOf(id, onlineProviders))
}

/** @throws INVALID_DATA naming those that there are. */
export async function refuseUnofferedProvider(
  container: MedusaContainer,
  providerId: string,
  currencyCode: string,
  onlineProviders: readonly string[]
): Promise<void> {
  const offered = await topUpProviders(container, currencyCode, onlineProviders)
  if (offered.includes(providerId)) return
  const choice = offered.length ? `choose one of ${offered.join(", ")}` : "there is none"
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `provider_id: "${providerId}" isn't offered online in ${currencyCode.toUpperCase()}; ${choice}`
  )
}
