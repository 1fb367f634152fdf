import { MedusaError } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  addShippingMethodToCartWorkflow,
  capturePaymentWorkflow,
  completeCartWorkflow,
  createCartWorkflow,
  createOrderFulfillmentWorkflow,
  createOrderPaymentCollectionWorkflow,
  createOrderWorkflow,
  createPaymentCollectionForCartWorkflow,
  createPaymentSessionsWorkflow,
  markOrderFulfillmentAsDeliveredWorkflow,
  markPaymentCollectionAsPaid,
} from "@medusajs/medusa/core-flows"
import type { OnSiteMethod } from "../src/modules/client-ledger/types"
import type { Client } from "./clients"
import type { Market } from "./market"
import { follow, readItems, readOpenPayment, readTotal } from "./orders"

export const PROVIDER_OF: Record<OnSiteMethod, string> = {
  cheque: "pp_cheque_market",
  cash: "pp_cash_market",
  transfer: "pp_transfer_market",
  card_terminal: "pp_card-terminal_market",
  on_site: "pp_on-site_market",
}

/** SKUs and how many of each. */
export type Basket = Record<string, number>

/** Selling, handing over and being paid, each through Medusa's own workflow. */
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
    return follow(this.container, order.id)
  }

  /** An order taken on the phone: nobody said how it will be paid. */
  async phoneOrder(client: Client, basket: Basket): Promise<string> {
    const { result: order } = await createOrderWorkflow(this.container).run({
      input: { ...this.basketOf(client, basket), status: "pending" },
    })
    return follow(this.container, order.id)
  }

  /** The client takes the basket home. */
  async handOver(orderId: string): Promise<void> {
    await this.deliver(orderId)
    await follow(this.container, orderId)
  }

  /** The money of the promise is there: all of it, or the part said. */
  async receive(orderId: string, amount?: number): Promise<void> {
    await this.capture(orderId, amount)
    await follow(this.container, orderId)
  }

  /** The client takes the basket home, and pays all of it. */
  async handOverPaid(orderId: string): Promise<void> {
    await this.deliver(orderId)
    await this.capture(orderId)
    await follow(this.container, orderId)
  }

  /** Medusa's own button "Mark as paid". */
  async markAsPaid(orderId: string): Promise<void> {
    const { result: collections } = await createOrderPaymentCollectionWorkflow(this.container).run({
      input: { order_id: orderId, amount: await readTotal(this.container, orderId) },
    })
    await markPaymentCollectionAsPaid(this.container).run({
      input: {
        order_id: orderId,
        payment_collection_id: collections[0]!.id,
        captured_by: this.administratorId,
      },
    })
    await follow(this.container, orderId)
  }

  total(orderId: string): Promise<number> {
    return readTotal(this.container, orderId)
  }

  private async deliver(orderId: string): Promise<void> {
    const items = await readItems(this.container, orderId)
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
  }

  private async capture(orderId: string, amount?: number): Promise<void> {
    const open = await readOpenPayment(this.container, orderId)
    if (!open)
      throw new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        `Order ${orderId} has no open payment`
      )
    await capturePaymentWorkflow(this.container).run({
      input: { payment_id: open.id, amount, captured_by: this.administratorId },
    })
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
        if (!variant)
          throw new MedusaError(
            MedusaError.Types.UNEXPECTED_STATE,
            `The market doesn't sell ${sku}`
          )
        const { id: variant_id, title, price: unit_price } = variant
        return { variant_id, title, unit_price, is_tax_inclusive: true, quantity }
      }),
    }
  }

  customerId(client: Client): string {
    const id = this.customerIds.get(client.email)
    if (!id)
      throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `${client.email} isn't a client`)
    return id
  }
}
