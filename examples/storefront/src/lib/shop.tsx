import Medusa from "@medusajs/js-sdk"
import type { StoreRegion } from "@medusajs/types"
import { createContext, useContext, type ReactNode } from "react"
import { language } from "./language"

/** What /config.json says: which Medusa this storefront belongs to. */
export type Config = {
  name?: string
  backend_url: string
  publishable_key: string
  /** Without it, no card is offered, and nothing of Stripe's is loaded. */
  stripe_publishable_key?: string | null
}

export type Shop = { config: Config; sdk: Medusa; region: StoreRegion }

/** Reads the configuration and the market's region, before anything is shown. */
export async function openShop(): Promise<Shop> {
  const response = await fetch("/config.json")
  if (!response.ok) throw new Error(`/config.json answered ${response.status}`)
  const config = (await response.json()) as Config
  const sdk = new Medusa({
    baseUrl: config.backend_url,
    publishableKey: config.publishable_key,
    auth: { type: "jwt" },
  })
  sdk.setLocale(language)
  const { regions } = await sdk.store.region.list({ fields: "id,currency_code,*countries" })
  const region = regions[0]
  if (!region) throw new Error("This shop has no region yet: make one in the admin's settings")
  return { config, sdk, region }
}

const ShopContext = createContext<Shop | null>(null)

export const ShopProvider = ({ shop, children }: { shop: Shop; children: ReactNode }) => (
  <ShopContext.Provider value={shop}>{children}</ShopContext.Provider>
)

export function useShop(): Shop {
  const shop = useContext(ShopContext)
  if (!shop) throw new Error("useShop is called outside of ShopProvider")
  return shop
}
