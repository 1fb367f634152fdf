import type {
  AdminClientAccount,
  AdminClientAccountResponse,
  AdminLedgerEntry,
} from "../../src/types/http"
import { ADMIN } from "./app"

type Headers = Record<string, string>
type Body = Record<string, unknown>

/** A small market, set up through the API alone, as its administrator and its storefront would. */
export class Market {
  /** How baskets are picked up, once there is a stall. */
  private pickupOptionId: string | null = null

  private constructor(
    private readonly url: string,
    private readonly admin: Headers,
    private readonly storefront: Headers,
    readonly regionId: string,
    private readonly variantId: string
  ) {}

  /** Opens it with a region that offers cheque and cash, and a basket that costs 30 euros. */
  static async open(url: string): Promise<Market> {
    const call = caller(url)
    const { token } = await call<{ token: string }>("/auth/user/emailpass", ADMIN)
    const admin = { authorization: `Bearer ${token}` }
    const { sales_channels } = await call<{ sales_channels: { id: string }[] }>(
      "/admin/sales-channels",
      undefined,
      admin
    )
    const channel = sales_channels[0]!.id
    const { api_key } = await call<{ api_key: { id: string; token: string } }>(
      "/admin/api-keys",
      { title: "Storefront", type: "publishable" },
      admin
    )
    await call(`/admin/api-keys/${api_key.id}/sales-channels`, { add: [channel] }, admin)
    const { region } = await call<{ region: { id: string } }>(
      "/admin/regions",
      {
        name: "France",
        currency_code: "eur",
        countries: ["fr"],
        payment_providers: ["pp_cheque_market", "pp_cash_market"],
      },
      admin
    )
    const { product } = await call<{ product: { variants: { id: string }[] } }>(
      "/admin/products",
      {
        title: "Basket",
        status: "published",
        sales_channels: [{ id: channel }],
        options: [{ title: "Size", values: ["M"] }],
        variants: [
          {
            title: "M",
            options: { Size: "M" },
            manage_inventory: false,
            prices: [{ currency_code: "eur", amount: 30 }],
          },
        ],
      },
      admin
    )
    const storefront = { "x-publishable-api-key": api_key.token }
    return new Market(url, admin, storefront, region.id, product.variants[0]!.id)
  }

  /** What a storefront sends with each call. */
  get publishableKey(): string {
    return this.storefront["x-publishable-api-key"]!
  }

  get<T>(path: string): Promise<T> {
    return caller(this.url)<T>(path, undefined, this.admin)
  }

  /** A client whose account stands at `balance`. */
  async addClient(name: string, balance = 0): Promise<AdminClientAccount> {
    const call = caller(this.url)
    const [first_name, last_name] = name.split(" ")
    const email = `${name.toLowerCase().replace(/[^a-z]/g, "")}@example.com`
    const { customer } = await call<{ customer: { id: string } }>(
      "/admin/customers",
      { first_name, last_name, email },
      this.admin
    )
    const { client_account } = await call<AdminClientAccountResponse>(
      "/admin/client-accounts",
      { customer_id: customer.id, currency_code: "eur" },
      this.admin
    )
    if (balance === 0) return client_account
    const opening = await call<AdminClientAccountResponse>(
      `/admin/client-accounts/${client_account.id}/entries`,
      { type: "opening_balance", amount: balance, note: "Notebook" },
      this.admin
    )
    return opening.client_account
  }

  /** Someone who may do this and nothing else on the clients' accounts; the shop has Medusa's roles. */
  async addHelper(rights: string[]): Promise<typeof ADMIN> {
    const call = caller(this.url)
    const login = { email: "helper@example.com", password: "client-ledger" }
    const { token } = await call<{ token: string }>("/auth/user/emailpass/register", login)
    const { invite } = await call<{ invite: { token: string } }>(
      "/admin/invites",
      { email: login.email },
      this.admin
    )
    const { user } = await call<{ user: { id: string } }>(
      `/admin/invites/accept?token=${invite.token}`,
      { email: login.email },
      { authorization: `Bearer ${token}` }
    )
    const { policies } = await this.get<{ policies: { id: string; key: string }[] }>(
      "/admin/rbac/policies?limit=1000&resource=client_ledger"
    )
    const { role } = await call<{ role: { id: string } }>(
      "/admin/rbac/roles",
      {
        name: "Helper",
        policy_ids: policies
          .filter(({ key }) => rights.includes(key.replace("client_ledger:", "")))
          .map(({ id }) => id),
      },
      this.admin
    )
    await call(`/admin/users/${user.id}/roles`, { roles: [role.id] }, this.admin)
    return login
  }

  /** A stall where baskets are picked up; what is ordered from now on is. */
  async openStall(): Promise<void> {
    const post = <T>(path: string, body: Body) => caller(this.url)<T>(path, body, this.admin)
    const { sales_channels } = await this.get<{ sales_channels: { id: string }[] }>(
      "/admin/sales-channels"
    )
    const { stock_location } = await post<{ stock_location: { id: string } }>(
      "/admin/stock-locations",
      { name: "Stall" }
    )
    const location = `/admin/stock-locations/${stock_location.id}`
    await post(`${location}/fulfillment-providers`, { add: ["manual_manual"] })
    await post(`${location}/sales-channels`, { add: sales_channels.map(({ id }) => id) })
    await post(`${location}/fulfillment-sets`, { name: "Pickup", type: "pickup" })
    const { stock_location: stall } = await this.get<{
      stock_location: { fulfillment_sets: { id: string }[] }
    }>(`${location}?fields=*fulfillment_sets`)
    const { fulfillment_set } = await post<{
      fulfillment_set: { service_zones: { id: string }[] }
    }>(`/admin/fulfillment-sets/${stall.fulfillment_sets[0]!.id}/service-zones`, {
      name: "France",
      geo_zones: [{ type: "country", country_code: "fr" }],
    })
    const { shipping_profile } = await post<{ shipping_profile: { id: string } }>(
      "/admin/shipping-profiles",
      { name: "Baskets", type: "baskets" }
    )
    const { shipping_option } = await post<{ shipping_option: { id: string } }>(
      "/admin/shipping-options",
      {
        name: "At the stall",
        service_zone_id: fulfillment_set.service_zones[0]!.id,
        shipping_profile_id: shipping_profile.id,
        provider_id: "manual_manual",
        price_type: "flat",
        type: { label: "Pickup", description: "Pickup", code: "pickup" },
        prices: [{ currency_code: "eur", amount: 0 }],
        rules: [],
      }
    )
    const { products } = await this.get<{ products: { id: string }[] }>("/admin/products")
    for (const { id } of products) {
      await post(`/admin/products/${id}`, { shipping_profile_id: shipping_profile.id })
    }
    this.pickupOptionId = shipping_option.id
  }

  /** Somebody who registers in the storefront. @returns the customer's id. */
  async register(name: string, email: string): Promise<string> {
    const call = caller(this.url)
    const [first_name, last_name] = name.split(" ")
    const { token } = await call<{ token: string }>("/auth/customer/emailpass/register", {
      email,
      password: "client-ledger",
    })
    const { customer } = await call<{ customer: { id: string } }>(
      "/store/customers",
      { first_name, last_name, email },
      { ...this.storefront, authorization: `Bearer ${token}` }
    )
    return customer.id
  }

  /** A basket ordered by e-mail, to be paid by cheque at the stall. */
  async order(email: string): Promise<{ id: string; display_id: number }> {
    const call = caller(this.url)
    const { cart } = await call<{ cart: { id: string } }>(
      "/store/carts",
      {
        region_id: this.regionId,
        email,
        items: [{ variant_id: this.variantId, quantity: 1 }],
        shipping_address: { first_name: "A", last_name: "B", country_code: "fr" },
      },
      this.storefront
    )
    if (this.pickupOptionId) {
      const method = { option_id: this.pickupOptionId }
      await call(`/store/carts/${cart.id}/shipping-methods`, method, this.storefront)
    }
    const { payment_collection } = await call<{ payment_collection: { id: string } }>(
      "/store/payment-collections",
      { cart_id: cart.id },
      this.storefront
    )
    await call(
      `/store/payment-collections/${payment_collection.id}/payment-sessions`,
      { provider_id: "pp_cheque_market" },
      this.storefront
    )
    const { order } = await call<{ order: { id: string; display_id: number } }>(
      `/store/carts/${cart.id}/complete`,
      {},
      this.storefront
    )
    return order
  }

  /** Money that comes in on an account, or goes out of it. */
  async receive(accountId: string, method: string, amount: number, more: Body = {}): Promise<void> {
    const receipt = { client_account_id: accountId, method, amount, ...more }
    await caller(this.url)("/admin/receipts", receipt, this.admin)
  }

  async post<T>(path: string, body: Body = {}): Promise<T> {
    return caller(this.url)<T>(path, body, this.admin)
  }

  async paymentStatusOf(orderId: string): Promise<string> {
    const path = `/admin/orders/${orderId}?fields=payment_status`
    return (await this.get<{ order: { payment_status: string } }>(path)).order.payment_status
  }

  /** As Medusa's Refund button does. */
  async refund(orderId: string): Promise<void> {
    type Order = { payment_collections: { payments: { id: string; amount: number }[] }[] }
    const path = `/admin/orders/${orderId}?fields=*payment_collections.payments`
    const { order } = await this.get<{ order: Order }>(path)
    const { id, amount } = order.payment_collections[0]!.payments[0]!
    await caller(this.url)(`/admin/payments/${id}/refund`, { amount }, this.admin)
  }

  async balanceOf(accountId: string): Promise<number> {
    const path = `/admin/client-accounts/${accountId}`
    return (await this.get<AdminClientAccountResponse>(path)).client_account.balance
  }

  async entriesOf(accountId: string): Promise<AdminLedgerEntry[]> {
    const path = `/admin/client-accounts/${accountId}/entries`
    return (await this.get<{ ledger_entries: AdminLedgerEntry[] }>(path)).ledger_entries
  }

  /** What a storefront lists at checkout. */
  async offeredProviders(): Promise<string[]> {
    const { payment_providers } = await caller(this.url)<{ payment_providers: { id: string }[] }>(
      `/store/payment-providers?region_id=${this.regionId}`,
      undefined,
      this.storefront
    )
    return payment_providers.map(({ id }) => id)
  }
}

const caller =
  (url: string) =>
  async <T>(path: string, body?: Body, headers: Headers = {}): Promise<T> => {
    const response = await fetch(url + path, {
      method: body ? "POST" : "GET",
      headers: { "content-type": "application/json", ...headers },
      body: body && JSON.stringify(body),
    })
    const answer = (await response.json()) as T
    if (!response.ok) throw new Error(`${path}: ${response.status} ${JSON.stringify(answer)}`)
    return answer
  }
