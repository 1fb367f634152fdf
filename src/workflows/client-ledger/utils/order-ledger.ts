import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type { OrderAllocation } from "../../../modules/client-ledger/sql/allocations"
import type { ClientBalanceDTO } from "../../../modules/client-ledger/sql/balances"
import type { Amount, OnSiteMethod } from "../../../modules/client-ledger/types"
import { isPositive, largest, smallest } from "../../../modules/client-ledger/utils/money"
import { openAmount } from "../../../modules/client-ledger/utils/plan-order"
import { onSiteMethodOf } from "../../../modules/client-ledger/utils/providers"
import { readOrders } from "./order-facts"
import {
  openOf,
  orderTarget,
  paidInMedusa,
  reasonNotInLedger,
  type NotInLedger,
} from "./order-target"

export type OrderLedger = {
  order_id: string
  currency_code: string
  reason: NotInLedger | "no_customer" | null
  owed: Amount
  received: Amount
  expected: Amount
  promise_method: OnSiteMethod | null
  due_on: string | null
  /** What was paid on the order beyond what it owes, and is still on the client's account. */
  stays_on_account: Amount
  open_payment_id: string | null
  /** The credits of the account that settle it, and how much of each. */
  settled_by: OrderAllocation[]
  client_account: ClientBalanceDTO | null
}

/**
 * One order as the stall sees it: owed, received, expected, and what stays on the account.
 * @throws NOT_FOUND
 */
export async function readOrderLedger(
  container: MedusaContainer,
  orderId: string
): Promise<OrderLedger> {
  const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
  const [order] = await readOrders(container, [orderId])
  if (!order) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Order with id: ${orderId} was not found`)
  }
  const rules = await ledger.retrieveRules()
  const target = orderTarget(order, rules)
  const paid = paidInMedusa(order)
  const [record] = await ledger.findOrders([orderId])
  const promise = record?.promise_provider_id ?? target.promise_provider_id
  const account = record?.account_id ? await ledger.retrieveBalance(record.account_id) : null
  const open = order.payment_collections
    .flatMap((collection) => collection.payments)
    .find(
      (payment) =>
        onSiteMethodOf(payment.provider_id, rules.online_providers) && isPositive(openOf(payment))
    )
  const settlements = await ledger.findSettlements([orderId])
  const surplus = largest(await ledger.orderBalance(orderId), "0")
  return {
    order_id: order.id,
    currency_code: order.currency_code,
    reason: reasonNotInLedger(order, rules) ?? (target.holder ? null : "no_customer"),
    owed: target.owed,
    // What settles it from the client's account counts as received, even before Medusa shows it.
    received: largest(paid, record?.paid ?? "0"),
    expected: record?.expected ?? (promise ? openAmount(target.owed, paid) : "0"),
    promise_method: promise ? onSiteMethodOf(promise, rules.online_providers) : null,
    due_on: target.due_on,
    stays_on_account: account ? smallest(surplus, largest(account.balance, "0")) : "0",
    open_payment_id: open?.id ?? null,
    settled_by: settlements.get(orderId)?.allocations ?? [],
    client_account: account,
  }
}
