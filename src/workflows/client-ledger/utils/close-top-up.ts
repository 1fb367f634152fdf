import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type { TopUpDTO } from "../../../modules/client-ledger/sql/top-ups"
import { ConflictError } from "../../../modules/client-ledger/utils/errors"
import { readTopUp, settleTopUp, type SettledTopUp } from "./settle-top-up"

export type TopUpClosing = { top_up_id: string; status: "canceled" | "expired" }

/**
 * Lets a pending top-up go, at its provider first, so that nobody pays it any more. One that was paid meanwhile is posted
 * instead: money that was taken is never voided.
 */
export async function closeTopUp(
  container: MedusaContainer,
  { top_up_id, status }: TopUpClosing
): Promise<SettledTopUp> {
  const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
  const settled = await settleTopUp(container, top_up_id)
  const { top_up } = settled
  if (top_up.status !== "pending") return settled
  if ((await readTopUp(container, top_up)).payment) {
    throw new ConflictError(
      `Top-up ${top_up_id} has a payment that isn't posted: verify says why. Refund it at its provider`
    )
  }
  const refusal = await letGo(container, top_up)
  if (refusal) {
    const again = await settleTopUp(container, top_up_id)
    if (again.top_up.status !== "pending") return again
    throw new ConflictError(`The provider doesn't let this top-up go, try again later: ${refusal}`)
  }
  await ledger.closeTopUp(top_up_id, status)
  return { top_up: await ledger.retrieveTopUp(top_up_id), entries: settled.entries }
}

/** @returns why the provider keeps it; null when it is gone, or was before. */
async function letGo(container: MedusaContainer, topUp: TopUpDTO): Promise<string | null> {
  try {
    await container.resolve(Modules.PAYMENT).deletePaymentSession(topUp.payment_session_id)
    return null
  } catch (error) {
    const isGone = error instanceof MedusaError && error.type === MedusaError.Types.NOT_FOUND
    return isGone ? null : (error as Error).message
  }
}
