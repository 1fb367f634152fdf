import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules, ProductStatus } from "@medusajs/framework/utils"
import {
  createApiKeysWorkflow,
  createLocationFulfillmentSetWorkflow,
  createProductsWorkflow,
  createRegionsWorkflow,
  createSalesChannelsWorkflow,
  createServiceZonesWorkflow,
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
  createTaxRegionsWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
  updateStoresWorkflow,
} from "@medusajs/medusa/core-flows"
import { products } from "./catalogue"
import { PROVIDER_OF } from "./stall"

const NAME = "Le Panier du Canal"

export type Market = {
  regionId: string
  salesChannelId: string
  locationId: string
  pickupOptionId: string
  /** By SKU. */
  variants: Map<string, { id: string; title: string; price: number }>
}

/** A French market: euros, VAT of 5.5 %, one stall to pick up at, everything it sells. */
export async function openMarket(container: MedusaContainer): Promise<Market> {
  const { regionId, salesChannelId } = await openStore(container)
  const stall = await openPickup(container, salesChannelId)
  const variants = await fillShelves(container, salesChannelId, stall.shippingProfileId)
  return { regionId, salesChannelId, ...stall, variants }
}

async function openStore(container: MedusaContainer) {
  const { result: channels } = await createSalesChannelsWorkflow(container).run({
    input: {
      salesChannelsData: [{ name: NAME, description: "Commandes en ligne · Online orders" }],
    },
  })
  const salesChannelId = channels[0]!.id
  const { result: keys } = await createApiKeysWorkflow(container).run({
    input: { api_keys: [{ title: NAME, type: "publishable", created_by: "" }] },
  })
  await linkSalesChannelsToApiKeyWorkflow(container).run({
    input: { id: keys[0]!.id, add: [salesChannelId] },
  })
  const { result: regions } = await createRegionsWorkflow(container).run({
    input: {
      regions: [
        {
          name: "France",
          currency_code: "eur",
          countries: ["fr"],
          is_tax_inclusive: true,
          payment_providers: [...Object.values(PROVIDER_OF), "pp_system_default"],
        },
      ],
    },
  })
  await createTaxRegionsWorkflow(container).run({
    input: [
      {
        country_code: "fr",
        provider_id: "tp_system",
        default_tax_rate: { rate: 5.5, code: "TVA-5.5", name: "TVA 5,5 %" },
      },
    ],
  })
  await updateStoresWorkflow(container).run({
    input: {
      selector: {},
      update: {
        name: NAME,
        supported_currencies: [{ currency_code: "eur", is_default: true, is_tax_inclusive: true }],
        default_region_id: regions[0]!.id,
        default_sales_channel_id: salesChannelId,
      },
    },
  })
  return { regionId: regions[0]!.id, salesChannelId }
}

async function openPickup(container: MedusaContainer, salesChannelId: string) {
  const { result: locations } = await createStockLocationsWorkflow(container).run({
    input: {
      locations: [
        {
          name: "Marché · Port Saint-Sauveur",
          address: {
            address_1: "Port Saint-Sauveur",
            city: "Toulouse",
            postal_code: "31000",
            country_code: "fr",
          },
        },
      ],
    },
  })
  const locationId = locations[0]!.id
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.STOCK_LOCATION]: { stock_location_id: locationId },
    [Modules.FULFILLMENT]: { fulfillment_provider_id: "manual_manual" },
  })
  await linkSalesChannelsToStockLocationWorkflow(container).run({
    input: { id: locationId, add: [salesChannelId] },
  })
  await createLocationFulfillmentSetWorkflow(container).run({
    input: {
      location_id: locationId,
      fulfillment_set_data: { name: "Retrait au marché", type: "pickup" },
    },
  })
  const [set] = await container
    .resolve(Modules.FULFILLMENT)
    .listFulfillmentSets({ name: "Retrait au marché" })
  const { result: zones } = await createServiceZonesWorkflow(container).run({
    input: {
      data: [
        {
          name: "France",
          fulfillment_set_id: set!.id,
          geo_zones: [{ type: "country", country_code: "fr" }],
        },
      ],
    },
  })
  const { result: profiles } = await createShippingProfilesWorkflow(container).run({
    input: { data: [{ name: "Paniers", type: "default" }] },
  })
  const { result: options } = await createShippingOptionsWorkflow(container).run({
    input: [
      {
        name: "Retrait au marché, samedi 8 h – 13 h",
        service_zone_id: zones[0]!.id,
        shipping_profile_id: profiles[0]!.id,
        provider_id: "manual_manual",
        price_type: "flat",
        type: { label: "Retrait", description: "Retrait au marché", code: "pickup" },
        prices: [{ currency_code: "eur", amount: 0 }],
        rules: [],
      },
    ],
  })
  return { locationId, shippingProfileId: profiles[0]!.id, pickupOptionId: options[0]!.id }
}

async function fillShelves(
  container: MedusaContainer,
  salesChannelId: string,
  shippingProfileId: string
): Promise<Market["variants"]> {
  const { result: created } = await createProductsWorkflow(container).run({
    input: {
      products: products.map(({ title, english, variants }) => ({
        title,
        subtitle: english,
        status: ProductStatus.PUBLISHED,
        shipping_profile_id: shippingProfileId,
        sales_channels: [{ id: salesChannelId }],
        options: [{ title: "Quantité", values: variants.map((variant) => variant.title) }],
        variants: variants.map(({ sku, title: size, price, grams }) => ({
          sku,
          title: size,
          weight: grams,
          manage_inventory: false,
          options: { Quantité: size },
          prices: [{ currency_code: "eur", amount: price }],
        })),
      })),
    },
  })
  const priceOf = new Map(products.flatMap(({ variants }) => variants.map((v) => [v.sku, v.price])))
  return new Map(
    created.flatMap(({ title, variants }) =>
      variants.map(({ id, sku }) => [sku!, { id, title, price: priceOf.get(sku!)! }])
    )
  )
}
