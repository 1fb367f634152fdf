import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"
import { ON_SITE_METHODS, type OnSiteMethod } from "../../../modules/client-ledger/types"
import { PROVIDER_IDENTIFIERS } from "../../../modules/client-ledger/utils/providers"

export type RegionProviders = { id: string; currency_code: string; providers: string[] }

/** Medusa's link of regions and payment providers decides what storefronts offer. */
export type PaymentOffers = {
  regions: RegionProviders[]
  /** The providers that are registered for each method; usually one. */
  providers: Record<OnSiteMethod, string[]>
}

export type MethodSwitches = Partial<Record<OnSiteMethod, boolean>>

type RegionProviderLink = {
  [Modules.REGION]: { region_id: string }
  [Modules.PAYMENT]: { payment_provider_id: string }
}
export type LinkChanges = {
  create: RegionProviderLink[]
  dismiss: RegionProviderLink[]
  regions: { id: string }[]
  /** The methods whose offer changes by it. */
  switched: MethodSwitches
}

export async function readPaymentOffers(container: MedusaContainer): Promise<PaymentOffers> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: regions } = await query.graph({
    entity: "region",
    fields: ["id", "currency_code", "payment_providers.id"],
  })
  const { data: providers } = await query.graph({
    entity: "payment_provider",
    fields: ["id"],
    filters: { is_enabled: true },
  })
  return {
    regions: regions.map((region) => ({
      id: region.id,
      currency_code: region.currency_code,
      providers: providerIds(region),
    })),
    providers: providersByMethod(providers.map((provider) => provider.id)),
  }
}

/** The query's types don't know the link that Medusa itself defines between the two modules. */
const providerIds = (region: { payment_providers?: ({ id: string } | null)[] }) =>
  (region.payment_providers ?? []).flatMap((provider) => provider?.id ?? [])

export function providersByMethod(ids: string[]): Record<OnSiteMethod, string[]> {
  const of = (method: OnSiteMethod) => {
    const id = `pp_${PROVIDER_IDENTIFIERS[method]}`
    return ids.filter((candidate) => candidate === id || candidate.startsWith(`${id}_`))
  }
  return {
    cheque: of("cheque"),
    cash: of("cash"),
    transfer: of("transfer"),
    card_terminal: of("card_terminal"),
    on_site: of("on_site"),
  }
}

/** The method's provider, and the regions that offer it. */
export function offerOf(offers: PaymentOffers, method: OnSiteMethod) {
  const candidates = offers.providers[method]
  const regions = offers.regions.filter((region) =>
    region.providers.some((provider) => candidates.includes(provider))
  )
  const linked = regions
    .flatMap((region) => region.providers)
    .find((provider) => candidates.includes(provider))
  return { provider_id: linked ?? candidates[0] ?? null, regions }
}

/**
 * The links to make and to take away so that the methods are offered as asked: everywhere or nowhere.
 * A method that is offered already stays as it is, since a region may leave it out on purpose.
 * @throws INVALID_DATA when a method's provider isn't registered.
 */
export function planLinks(offers: PaymentOffers, switches: MethodSwitches): LinkChanges {
  const changes: LinkChanges = { create: [], dismiss: [], regions: [], switched: {} }
  for (const method of ON_SITE_METHODS) {
    const wanted = switches[method]
    const { provider_id, regions } = offerOf(offers, method)
    if (wanted === undefined || wanted === regions.length > 0) continue
    if (wanted && !provider_id) throw notRegistered(method)
    changes.switched[method] = wanted
    if (wanted) {
      changes.create.push(...offers.regions.map((region) => linkOf(region.id, provider_id!)))
    } else {
      for (const region of regions) {
        const linked = region.providers.filter((id) => offers.providers[method].includes(id))
        changes.dismiss.push(...linked.map((id) => linkOf(region.id, id)))
      }
    }
  }
  const touched = [...changes.create, ...changes.dismiss].map((link) => link[Modules.REGION])
  changes.regions = [...new Set(touched.map((region) => region.region_id))].map((id) => ({ id }))
  return changes
}

const linkOf = (regionId: string, providerId: string): RegionProviderLink => ({
  [Modules.REGION]: { region_id: regionId },
  [Modules.PAYMENT]: { payment_provider_id: providerId },
})

const notRegistered = (method: OnSiteMethod) =>
  new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `methods.${method}.enabled: no payment provider "${PROVIDER_IDENTIFIERS[method]}" is registered. ` +
      `Add the plugin's on-site-payment provider to the payment module in medusa-config.ts`
  )
