import type { MedusaContainer } from "@medusajs/framework/types"
import { toNumber } from "../../../../modules/client-ledger/utils/money"
import type { AdminOrderLedgerResponse } from "../../../../types/http"
import { readOrderLedger } from "../../../../workflows/client-ledger/utils/order-ledger"
import { toClientAccount } from "../../../utils/serializers"

/** What an order owes, has received and promises now. @throws NOT_FOUND */
export async function toOrderLedgerResponse(
  scope: MedusaContainer,
  orderId: string
): Promise<AdminOrderLedgerResponse> {
  const order = await readOrderLedger(scope, orderId)
  return {
    order_ledger: {
      ...order,
      in_ledger: order.reason === null,
      owed: toNumber(order.owed),
      received: toNumber(order.received),
      expected: toNumber(order.expected),
      stays_on_account: toNumber(order.stays_on_account),
      settled_by: order.settled_by.map(({ credit_id, method, reference, value_date, amount }) => ({
        receipt_id: method && credit_id,
        method,
        reference,
        value_date,
        amount: toNumber(amount),
      })),
      client_account: order.client_account && toClientAccount(order.client_account),
    },
  }
}
