import type { MedusaContainer, PaymentDTO } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  addShippingMethodToCartWorkflow,
  beginOrderEditOrderWorkflow,
  cancelOrderWorkflow,
  capturePaymentWorkflow,
  completeCartWorkflow,
  confirmOrderEditRequestWorkflow,
  createAndCompleteReturnOrderWorkflow,
  createCartWorkflow,
  createOrderFulfillmentWorkflow,
  createOrderPaymentCollectionWorkflow,
  createOrderWorkflow,
  createPaymentCollectionForCartWorkflow,
  createPaymentSessionsWorkflow,
  markOrderFulfillmentAsDeliveredWorkflow,
  markPaymentCollectionAsPaid,
  orderEditUpdateItemQuantityWorkflow,
  requestOrderEditRequestWorkflow,
} from "@medusajs/medusa/core-flows"
import type { OnSiteMethod } from "../src/modules/client-ledger/types"
import { syncOrderWorkflow } from "../src/workflows/client-ledger/workflows/sync-order"
import type { Client } from "./clients"
import type { Market } from "./market"

export const PROVIDER_OF: Record<OnSiteMethod, string> = {
  cheque: "pp_cheque_market",
  cash: "pp_cash_market",
  transfer: "pp_transfer_market",
  card_terminal: "pp_card-terminal_market",
  on_site: "pp_on-site_market",
}

/** SKUs and how many of each. */
export type Basket = Record<string, number>

type OrderItem = { id: string; quantity: number; variant_sku: string }

/** What happens to orders at the market, each through Medusa's own workflow, and followed by the ledger. */
export class Stall {
  constructor(
    private readonly container: MedusaContainer,
    private readonly market: Market,
    private readonly customerIds: Map<string, string>,
    private readonly administratorId: string
  ) {}

  /** A checkout as a storefront makes it, with a promise to pay that way. Answers the order's id. */
  async order(client: Client, basket: Basket, method: OnSiteMethod): Promise<string> {
    const { result: cart } = await createCartWorkflow(this.container).run({
      input: this.basketOf(client, basket),
    })
    await addShippingMethodToCartWorkflow(this.container).run({
      input: { cart_id: cart.id, options: [{ id: this.market.pickupOptionId }] },
    })
    const { result: collection } = await createPaymentCollectionForCartWorkflow(this.container).run(
      {
        input: { cart_id: cart.id },
      }
    )
    await createPaymentSessionsWorkflow(this.container).run({
      input: {
        payment_collection_id: collection.id,
        provider_id: PROVIDER_OF[method],
        customer_id: this.customerId(client),
      },
    })
    const { result: order } = await completeCartWorkflow(this.container).run({
      input: { id: cart.id },
    })
    return this.followed(order.id)
  }

  /** An order taken on the phone: nobody said how it will be paid. */
  async phoneOrder(client: Client, basket: Basket): Promise<string> {
    const { result: order } = await createOrderWorkflow(this.container).run({
      input: { ...this.basketOf(client, basket), status: "pending" },
    })
    return this.followed(order.id)
  }

  /** The client takes the basket home. */
  async handOver(orderId: string): Promise<void> {
    const items = await this.items(orderId)
    const { result: fulfillment } = await createOrderFulfillmentWorkflow(this.container).run({
      input: {
        order_id: orderId,
        location_id: this.market.locationId,
        items: items.map(({ id, quantity }) => ({ id, quantity })),
      },
    })
    await markOrderFulfillmentAsDeliveredWorkflow(this.container).run({
      input: { orderId, fulfillmentId: fulfillment.id },
    })
    await this.followed(orderId)
  }

  /** The money of the promise is there: all of it, or the part said. */
  async receive(orderId: string, amount?: number): Promise<void> {
    const { data } = await this.query().graph({
      entity: "order",
      fields: [
        "payment_collections.payments.id",
        "payment_collections.payments.captured_at",
        "payment_collections.payments.canceled_at",
      ],
      filters: { id: orderId },
    })
    const collections: { payments: PaymentDTO[] }[] = data[0].payment_collections
    const open = collections
      .flatMap(({ payments }) => payments)
      .find((payment) => !payment.captured_at && !payment.canceled_at)
    if (!open) throw new Error(`Order ${orderId} has no open payment`)
    await capturePaymentWorkflow(this.container).run({
      input: { payment_id: open.id, amount, captured_by: this.administratorId },
    })
    await this.followed(orderId)
  }

  /** Medusa's own button "Mark as paid". */
  async markAsPaid(orderId: string): Promise<void> {
    const { result: collections } = await createOrderPaymentCollectionWorkflow(this.container).run({
      input: { order_id: orderId, amount: await this.total(orderId) },
    })
    await markPaymentCollectionAsPaid(this.container).run({
      input: {
        order_id: orderId,
        payment_collection_id: collections[0]!.id,
        captured_by: this.administratorId,
      },
    })
    await this.followed(orderId)
  }

  /** What was weighed, or was missing: other quantities than ordered. */
  async change(orderId: string, basket: Basket, reason: string): Promise<void> {
    const items = await this.items(orderId)
    const changed = Object.entries(basket).map(([sku, quantity]) => ({
      id: items.find((item) => item.variant_sku === sku)!.id,
      quantity,
    }))
    await beginOrderEditOrderWorkflow(this.container).run({
      input: { order_id: orderId, internal_note: reason, created_by: this.administratorId },
    })
    await orderEditUpdateItemQuantityWorkflow(this.container).run({
      input: { order_id: orderId, items: changed },
    })
    await requestOrderEditRequestWorkflow(this.container).run({ input: { order_id: orderId } })
    await confirmOrderEditRequestWorkflow(this.container).run({
      input: { order_id: orderId, confirmed_by: this.administratorId },
    })
    await this.followed(orderId)
  }

  async cancel(orderId: string): Promise<void> {
    await cancelOrderWorkflow(this.container).run({
      input: { order_id: orderId, canceled_by: this.administratorId },
    })
    await this.followed(orderId)
  }

  /** The client brings something back, and the market takes it. */
  async takeBack(orderId: string, basket: Basket): Promise<void> {
    const items = await this.items(orderId)
    await createAndCompleteReturnOrderWorkflow(this.container).run({
      input: {
        order_id: orderId,
        location_id: this.market.locationId,
        return_shipping: { option_id: this.market.returnOptionId, price: 0 },
        receive_now: true,
        items: Object.entries(basket).map(([sku, quantity]) => ({
          id: items.find((item) => item.variant_sku === sku)!.id,
          quantity,
        })),
      },
    })
    await this.followed(orderId)
  }

  async total(orderId: string): Promise<number> {
    const { data } = await this.query().graph({
      entity: "order",
      fields: ["total"],
      filters: { id: orderId },
    })
    return Number(data[0].total)
  }

  private async items(orderId: string): Promise<OrderItem[]> {
    const { data } = await this.query().graph({
      entity: "order",
      fields: ["items.id", "items.variant_sku", "items.quantity"],
      filters: { id: orderId },
    })
    return data[0].items
  }

  private basketOf(client: Client, basket: Basket) {
    const address = {
      first_name: client.first_name,
      last_name: client.last_name,
      address_1: "Retrait au marché",
      city: client.city,
      country_code: "fr",
    }
    return {
      region_id: this.market.regionId,
      sales_channel_id: this.market.salesChannelId,
      customer_id: this.customerId(client),
      email: client.email,
      currency_code: "eur",
      shipping_address: address,
      billing_address: address,
      items: Object.entries(basket).map(([sku, quantity]) => {
        const variant = this.market.variants.get(sku)
        if (!variant) throw new Error(`The market doesn't sell ${sku}`)
        const { id: variant_id, title, price: unit_price } = variant
        return { variant_id, title, unit_price, is_tax_inclusive: true, quantity }
      }),
    }
  }

  customerId(client: Client): string {
    const id = this.customerIds.get(client.email)
    if (!id) throw new Error(`${client.email} isn't a client`)
    return id
  }

  private query() {
    return this.container.resolve(ContainerRegistrationKeys.QUERY)
  }

  /** A script's own process handles no events: the ledger is told here what the events would tell it. */
  private async followed(orderId: string): Promise<string> {
    await syncOrderWorkflow(this.container).run({ input: { order_id: orderId } })
    return orderId
  }
}
