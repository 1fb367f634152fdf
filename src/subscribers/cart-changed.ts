import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { CLIENT_LEDGER_MODULE } from "../modules/client-ledger"
import type ClientLedgerModuleService from "../modules/client-ledger/service"
import { changeAccountCreditWorkflow } from "../workflows/client-ledger"
import { handleEvent } from "../workflows/client-ledger/utils/handle-event"

/** What is paid from the balance follows the cart: it is never more than the cart costs. */
export default async function cartChangedHandler({
  event,
  container,
}: SubscriberArgs<{ id: string }>) {
  await handleEvent(container, event, "the cart's completion will do it", async () => {
    const cart_id = event.data.id
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    if (!(await ledger.findHold(cart_id))) return
    await changeAccountCreditWorkflow(container).run({ input: { cart_id } })
  })
}

export const config: SubscriberConfig = {
  event: ["cart.updated", "cart.customer_updated", "cart.customer_transferred"],
  context: { subscriberId: "client-ledger-cart-changed" },
}
