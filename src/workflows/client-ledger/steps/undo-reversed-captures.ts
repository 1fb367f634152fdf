import { BigNumber, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
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
    const orders = container.resolve(Modules.ORDER)
    for (const undo of undos) {
      const payment = await payments.refundPayment({
        payment_id: undo.payment_id,
        amount: new BigNumber(undo.amount),
        created_by: undo.receipt_id,
        note: "The receipt was reversed",
      })
      const refund = payment.refunds?.find((row) => row.created_by === undo.receipt_id)
      await orders.addOrderTransactions({
        order_id: undo.order_id,
        currency_code: undo.currency_code,
        amount: -Number(undo.amount),
        reference: "refund",
        reference_id: refund!.id,
      })
    }
    return new StepResponse(undos.length)
  }
)
