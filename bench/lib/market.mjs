import { call } from "../../scripts/lib/admin-api.mjs"

/** A shop over HTTP that sells one basket of 10 euros, to be paid by cheque at the stall unless said. */
export async function openMarket(url, token, provider = "pp_cheque_market") {
  const admin = (path, body) => call(`${url}/admin${path}`, { token, body })
  const { sales_channels } = await admin("/sales-channels?limit=1")
  const channel = sales_channels[0].id
  const { api_key } = await admin("/api-keys", { title: "Bench", type: "publishable" })
  await admin(`/api-keys/${api_key.id}/sales-channels`, { add: [channel] })
  const region = await regionWith(admin, provider)
  const { product } = await admin("/products", {
    title: "Basket",
    handle: `basket-${Date.now()}`,
    status: "published",
    sales_channels: [{ id: channel }],
    options: [{ title: "Size", values: ["M"] }],
    variants: [
      {
        title: "M",
        options: { Size: "M" },
        manage_inventory: false,
        prices: [{ currency_code: "eur", amount: 10 }],
      },
    ],
  })
  const headers = { "x-publishable-api-key": api_key.token }
  const store = (path, body) => call(`${url}/store${path}`, { headers, body })
  return { admin, store, headers, provider, region, variant: product.variants[0].id }
}

/** A country is in one region only: the one of the measure before goes on with this one's provider. @returns its id. */
async function regionWith(admin, provider) {
  const payment_providers = [provider]
  const { regions } = await admin("/regions?currency_code=eur")
  const [standing] = regions
  if (standing) await admin(`/regions/${standing.id}`, { payment_providers })
  if (standing) return standing.id
  const { region } = await admin("/regions", {
    ...{ name: "France", currency_code: "eur", countries: ["fr"], payment_providers },
  })
  return region.id
}

/** A checkout, as a storefront does it. @returns the order's id. */
export const order = async (market, email) => complete(market, await fillCart(market, email))

/** A cart with its payment chosen. @returns its id. */
export async function fillCart({ store, region, variant, provider }, email) {
  const { cart } = await store("/carts", {
    region_id: region,
    email,
    items: [{ variant_id: variant, quantity: 1 }],
    shipping_address: { first_name: "A", last_name: "B", country_code: "fr" },
  })
  const { payment_collection } = await store("/payment-collections", { cart_id: cart.id })
  await store(`/payment-collections/${payment_collection.id}/payment-sessions`, {
    provider_id: provider,
  })
  return cart.id
}

/** @returns the order's id. */
export const complete = async ({ store }, cartId) =>
  (await store(`/carts/${cartId}/complete`, {})).order.id

/** The payment that an order promises. */
export async function promiseOf({ admin }, orderId) {
  const fields = "fields=*payment_collections.payments"
  const { order } = await admin(`/orders/${orderId}?${fields}`)
  return order.payment_collections[0].payments[0].id
}
