import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import { valueAt } from "./event-orders"

/** Where the payment collection stands in the row that an event names. */
const PATHS = {
  payment: "payment_collection_id",
  capture: "payment.payment_collection_id",
  refund: "payment.payment_collection_id",
} as const

/** The events after which a top-up may be paid or given back, and what their `id` names. */
export const TOP_UP_EVENTS: Record<string, keyof typeof PATHS> = {
  "payment.captured": "payment",
  "payment.refunded": "payment",
  "payment.payment.created": "payment",
  "payment.capture.created": "capture",
  "payment.refund.created": "refund",
}

/** The top-ups that an event is about; usually none. A failed read throws. */
export async function topUpsOfEvent(
  container: MedusaContainer,
  event: { name: string; data: { id?: string | string[] } }
): Promise<string[]> {
  const entity = TOP_UP_EVENTS[event.name]
  const ids = [event.data.id ?? []].flat()
  if (!entity || !ids.length) return []
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const path = PATHS[entity]
  const { data } = await query.graph({ entity, fields: ["id", path], filters: { id: ids } })
  const collections = data.map((row) => valueAt(row, path)).filter((id) => id !== null)
  const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
  return (await ledger.findTopUpsOf(collections)).map(({ id }) => id)
}
