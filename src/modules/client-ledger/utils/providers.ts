import type { OnSiteMethod, ReceiptMethod } from "../types"

/** Our providers, by the identifier that Medusa builds their id from: `pp_<identifier>[_<config id>]`. */
export const PROVIDER_IDENTIFIERS: Record<OnSiteMethod, string> = {
  cheque: "cheque",
  cash: "cash",
  transfer: "transfer",
  card_terminal: "card-terminal",
  on_site: "on-site",
}

/** Medusa's own: "Mark as paid" captures on it, and says nothing of the method. */
const SYSTEM_PROVIDER = "pp_system_default"

/**
 * The on-site method of a payment provider, `on_site` where it is still to be said, or null for an online one.
 * @param onlineProviders ids that the shop's options declare online, whatever their name looks like.
 */
export function onSiteMethodOf(
  providerId: string,
  onlineProviders: readonly string[] = []
): OnSiteMethod | null {
  if (onlineProviders.includes(providerId)) return null
  if (providerId === SYSTEM_PROVIDER) return "on_site"
  for (const [method, identifier] of Object.entries(PROVIDER_IDENTIFIERS)) {
    const id = `pp_${identifier}`
    if (providerId === id || providerId.startsWith(`${id}_`)) return method as OnSiteMethod
  }
  return null
}

/** The method of a receipt of that provider's money. */
export function methodOfProvider(
  providerId: string,
  onlineProviders: readonly string[] = []
): ReceiptMethod {
  return onSiteMethodOf(providerId, onlineProviders) ?? "online"
}
