import type { MedusaContainer } from "@medusajs/framework/types"
import {
  beginOrderEditOrderWorkflow,
  beginReceiveReturnWorkflow,
  beginReturnOrderWorkflow,
  cancelOrderWorkflow,
  confirmOrderEditRequestWorkflow,
  confirmReturnReceiveWorkflow,
  confirmReturnRequestWorkflow,
  orderEditUpdateItemQuantityWorkflow,
  receiveItemReturnRequestWorkflow,
  requestItemReturnWorkflow,
  requestOrderEditRequestWorkflow,
} from "@medusajs/medusa/core-flows"
import type { Market } from "./market"
import { follow, itemsOf } from "./orders"
import type { Basket } from "./stall"

/** What becomes of an order that was placed, each through Medusa's own workflow. */
export class Desk {
  constructor(
    private readonly container: MedusaContainer,
    private readonly market: Market,
    private readonly administratorId: string
  ) {}

  /** What was weighed, or was missing: other quantities than ordered. */
  async change(orderId: string, basket: Basket, reason: string): Promise<void> {
    const items = await itemsOf(this.container, orderId, basket)
    const by = this.administratorId
    await beginOrderEditOrderWorkflow(this.container).run({
      input: { order_id: orderId, internal_note: reason, created_by: by },
    })
    await orderEditUpdateItemQuantityWorkflow(this.container).run({
      input: { order_id: orderId, items },
    })
    await requestOrderEditRequestWorkflow(this.container).run({
      input: { order_id: orderId, requested_by: by },
    })
    await confirmOrderEditRequestWorkflow(this.container).run({
      input: { order_id: orderId, confirmed_by: by },
    })
    await follow(this.container, orderId)
  }

  async cancel(orderId: string): Promise<void> {
    await cancelOrderWorkflow(this.container).run({
      input: { order_id: orderId, canceled_by: this.administratorId },
    })
    await follow(this.container, orderId)
  }

  /** The client brings something back, and the market takes it. */
  async takeBack(orderId: string, basket: Basket): Promise<void> {
    const items = await itemsOf(this.container, orderId, basket)
    const { result: change } = await beginReturnOrderWorkflow(this.container).run({
      input: { order_id: orderId, location_id: this.market.locationId },
    })
    const return_id = change.return_id!
    await requestItemReturnWorkflow(this.container).run({ input: { return_id, items } })
    await confirmReturnRequestWorkflow(this.container).run({ input: { return_id } })
    await beginReceiveReturnWorkflow(this.container).run({ input: { return_id } })
    await receiveItemReturnRequestWorkflow(this.container).run({ input: { return_id, items } })
    await confirmReturnReceiveWorkflow(this.container).run({ input: { return_id } })
    await follow(this.container, orderId)
  }
}
