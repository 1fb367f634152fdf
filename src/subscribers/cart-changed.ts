import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { CLIENT_LEDGER_MODULE } from "../modules/client-ledger"
import type ClientLedgerModuleService from "../modules/client-ledger/service"
import { changeAccountCreditWorkflow } from "../workflows/client-ledger"

/** What is paid from the balance follows the cart: it is never more than the cart costs. */
export default async function cartChangedHandler({
  event,
  container,
}: SubscriberArgs<{ id: string }>) {
  const cart_id = event.data.id
  try {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    if (!(await ledger.findHold(cart_id))) return
    await changeAccountCreditWorkflow(container).run({ input: { cart_id } })
  } catch (error) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.error(
      `Client ledger: ${event.name} ${cart_id} was not handled; the cart's completion will do it`,
      error as Error
    )
    throw error
  }
}

export const config: SubscriberConfig = {
  event: ["cart.updated", "cart.customer_updated", "cart.customer_transferred"],
  context: { subscriberId: "client-ledger-cart-changed" },
}
