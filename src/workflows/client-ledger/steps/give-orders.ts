import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"

export type GiveOrdersInput = {
  from_customer_id: string
  into_customer: { id: string; email: string | null }
  /** The account whose orders follow. */
  account_id: string
}

export const giveOrdersStepId = "give-client-orders"

/**
 * Gives every order of a customer to another one in Medusa, without Medusa's transfer request, which would ask the client by mail.
 * Nothing is undone when a later step fails: run again, it goes on from there.
 * @returns the orders to sync: those, and what an earlier run has given away and the ledger doesn't know yet.
 */
export const giveOrdersStep = createStep(
  giveOrdersStepId,
  async ({ from_customer_id, into_customer, account_id }: GiveOrdersInput, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    const medusaOrders = container.resolve(Modules.ORDER)
    const orders = await medusaOrders.listOrders(
      { customer_id: from_customer_id },
      { select: ["id"], take: null }
    )
    await medusaOrders.updateOrders(
      orders.map(({ id }) => ({
        id,
        customer_id: into_customer.id,
        ...(into_customer.email && { email: into_customer.email }),
      }))
    )
    const standing = await ledger.listOrderIdsOfAccount(account_id)
    return new StepResponse([...new Set([...orders.map(({ id }) => id), ...standing])])
  }
)
