import type { MedusaContainer } from "@medusajs/framework/types"
import { BigNumber, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type { ReversedCapture } from "../../../modules/client-ledger/sql/orders"
import { negate } from "../../../modules/client-ledger/utils/money"
import { readOrders } from "../utils/order-facts"
import { planUndos } from "../utils/undo-plan"

export const undoReversedCapturesStepId = "undo-reversed-client-captures"

/**
 * A reversed receipt's capture is taken back in Medusa too, so that the order is owed again. Not by Medusa's
 * refund workflow, whose credit line would forgive the debt: a refund row on the on-site payment, which moves no
 * money, and its order transaction. The refund bears the receipt's id, so that it is made once.
 */
export const undoReversedCapturesStep = createStep(
  undoReversedCapturesStepId,
  async ({ order_id }: { order_id: string }, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    const reversed = await ledger.findReversedCaptures([order_id])
    if (!reversed.length) return new StepResponse(0)
    const [order] = await readOrders(container, [order_id])
    const undos = order ? planUndos(order, reversed) : []
    const payments = container.resolve(Modules.PAYMENT)
    for (const undo of undos) {
      await payments.refundPayment({
        payment_id: undo.payment_id,
        amount: new BigNumber(undo.amount),
        created_by: undo.receipt_id,
        note: "The receipt was reversed",
      })
    }
    await writeMissingTransactions(container, order_id, reversed)
    return new StepResponse(undos.length)
  }
)

/** A process that died after the refund left its order without the transaction: each refund is looked at anew. */
async function writeMissingTransactions(
  container: MedusaContainer,
  orderId: string,
  reversed: ReversedCapture[]
): Promise<void> {
  const orders = container.resolve(Modules.ORDER)
  const [order] = await readOrders(container, [orderId])
  if (!order) return
  const receiptIds = new Set(reversed.map(({ receipt_id }) => receipt_id))
  const transactions = await orders.listOrderTransactions({ order_id: orderId })
  const written = new Set(transactions.map(({ reference_id }) => reference_id))
  const missing = order.payment_collections
    .flatMap((collection) => collection.payments)
    .flatMap((payment) => payment.refunds)
    .filter(({ id, created_by }) => created_by && receiptIds.has(created_by) && !written.has(id))
  for (const refund of missing) {
    await orders.addOrderTransactions({
      order_id: orderId,
      currency_code: order.currency_code,
      amount: Number(negate(refund.raw_amount)),
      reference: "refund",
      reference_id: refund.id,
    })
  }
}
