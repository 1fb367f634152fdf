import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import { currencyDigits } from "../../../modules/client-ledger/utils/money"
import { readTaxedOrders, taxesByOrder, taxesOf } from "../utils/order-taxes"

export const readClosingOrdersStepId = "read-closing-orders"

/** The orders that no closing has counted, and those that aren't in the journal yet, with their VAT per rate. */
export const readClosingOrdersStep = createStep(
  readClosingOrdersStepId,
  async ({ currency_code }: { currency_code?: string }, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    const currency = (await ledger.previewClosing(currency_code)).currency_code
    if (!currency) return new StepResponse(undefined)
    const digits = currencyDigits(currency)
    const ids = await ledger.listUnclosedOrderIds(currency)
    // Their versions before Medusa's rows: what is synced meanwhile waits for the next closing.
    const toJournal = await ledger.listOrdersToJournal(currency)
    const all = new Set([...ids, ...toJournal.map(({ id }) => id)])
    const orders = await readTaxedOrders(container, [...all])
    const counted = new Set(ids)
    const ofEach = taxesByOrder(orders, digits)
    return new StepResponse({
      orders: {
        ids,
        taxes: taxesOf(
          orders.filter(({ id }) => counted.has(id)),
          digits
        ),
      },
      journal_orders: toJournal.map((order) => ({ ...order, taxes: ofEach.get(order.id) ?? [] })),
    })
  }
)
