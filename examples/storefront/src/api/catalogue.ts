import type { StoreProduct } from "@medusajs/types"
import type { Shop } from "../lib/shop"

/** Everything the market sells, with its prices in the region. */
export async function listProducts({ sdk, region }: Shop): Promise<StoreProduct[]> {
  const { products } = await sdk.store.product.list({
    region_id: region.id,
    limit: 200,
    order: "title",
    fields: "id,title,subtitle,thumbnail,*variants,*variants.calculated_price",
  })
  return products
}
