import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type {
  CounterClientDTO,
  CounterFilters,
  CounterOrderDTO,
} from "../../../modules/client-ledger/sql/counter"
import type { Amount, OnSiteMethod } from "../../../modules/client-ledger/types"
import { addAmounts } from "../../../modules/client-ledger/utils/money"
import { onSiteMethodOf } from "../../../modules/client-ledger/utils/providers"
import { oldDebt, toCollect } from "./to-collect"

export type CounterOrder = CounterOrderDTO & {
  promise_method: OnSiteMethod | null
  /** The name of the shipping option. */
  pickup_option: string | null
}

export type CounterClient = Omit<CounterClientDTO, "orders"> & {
  /** Owed beyond all of the orders, zero or more. */
  old_debt: Amount
  /** For the orders that are asked for, those that are overdue, and the old debt: zero or more. */
  to_collect: Amount
  orders: CounterOrder[]
}

export type CounterQuery = CounterFilters & { location_id?: string[] }

type PickupOption = {
  id: string
  name: string
  service_zone?: { fulfillment_set?: { location?: { id: string } | null } | null } | null
}

/**
 * The clients that the counter waits for, each with the orders that await pickup or payment, and how many the
 * filters leave. However many: three statements on the ledger, one for its rules, one read of Medusa's options.
 */
export async function readCounterClients(
  container: MedusaContainer,
  { location_id, ...filters }: CounterQuery,
  page: { limit: number; offset: number }
): Promise<[CounterClient[], number]> {
  const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
  const { online_providers } = await ledger.retrieveRules()
  const options = await readPickupOptions(container)
  const narrowed = location_id
    ? { ...filters, shipping_option_id: optionsAt(options, location_id, filters) }
    : filters
  const [clients, count] = await ledger.listCounterClients(narrowed, page)
  const names = new Map(options.map(({ id, name }) => [id, name]))
  const toOrder = (order: CounterOrderDTO): CounterOrder => ({
    ...order,
    promise_method: order.promise_provider_id
      ? onSiteMethodOf(order.promise_provider_id, online_providers)
      : null,
    pickup_option: names.get(order.shipping_option_id ?? "") ?? null,
  })
  return [clients.map((client) => toClient(client, client.orders.map(toOrder))), count]
}

function toClient(client: CounterClientDTO, orders: CounterOrder[]): CounterClient {
  const old_debt = oldDebt(
    client.balance,
    orders.map((order) => order.open)
  )
  const now = orders.filter((order) => order.is_asked || order.is_overdue)
  return {
    ...client,
    orders,
    old_debt,
    to_collect: toCollect({
      open: addAmounts(...now.map((order) => order.open)),
      requested_returns: addAmounts(...now.map((order) => order.requested_returns)),
      old_debt,
      balance: client.balance,
    }),
  }
}

async function readPickupOptions(container: MedusaContainer): Promise<PickupOption[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "shipping_option",
    fields: ["id", "name", "service_zone.fulfillment_set.location.id"],
  })
  return data as unknown as PickupOption[]
}

/** The shipping options of the stock locations, of those asked for if some are. */
const optionsAt = (
  options: PickupOption[],
  locationIds: string[],
  { shipping_option_id }: CounterFilters
): string[] =>
  options
    .filter(({ service_zone }) =>
      locationIds.includes(service_zone?.fulfillment_set?.location?.id ?? "")
    )
    .map(({ id }) => id)
    .filter((id) => !shipping_option_id || shipping_option_id.includes(id))
