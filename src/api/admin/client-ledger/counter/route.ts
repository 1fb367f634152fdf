import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { toNumber } from "../../../../modules/client-ledger/utils/money"
import type {
  AdminCounterClient,
  AdminCounterClientListResponse,
  AdminCounterOrder,
} from "../../../../types/http"
import {
  readCounterClients,
  type CounterClient,
  type CounterOrder,
} from "../../../../workflows/client-ledger/utils/counter-clients"
import { toIso } from "../../../utils/serializers"
import type { ListCounterClientsQuery } from "./validators"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, ListCounterClientsQuery>,
  res: MedusaResponse<AdminCounterClientListResponse>
) {
  const { limit, offset, ...filters } = req.validatedQuery as ListCounterClientsQuery
  const [clients, count] = await readCounterClients(req.scope, filters, { limit, offset })
  res.json({ counter_clients: clients.map(toCounterClient), count, offset, limit })
}

const toCounterClient = (client: CounterClient): AdminCounterClient => ({
  client_account_id: client.account_id,
  customer_id: client.customer_id,
  customer_name: client.customer_name,
  customer_email: client.customer_email,
  currency_code: client.currency_code,
  balance: toNumber(client.balance),
  old_debt: toNumber(client.old_debt),
  to_collect: toNumber(client.to_collect),
  orders: client.orders.map(toCounterOrder),
})

const toCounterOrder = (order: CounterOrder): AdminCounterOrder => ({
  order_id: order.order_id,
  display_id: order.display_id,
  ordered_at: order.ordered_at && toIso(order.ordered_at),
  due_on: order.due_on,
  is_overdue: order.is_overdue,
  is_asked: order.is_asked,
  picked_up: !order.awaits_pickup,
  pickup_option: order.pickup_option,
  promise_method: order.promise_method,
  owed: toNumber(order.owed),
  paid: toNumber(order.paid),
  open: toNumber(order.open),
  requested_returns: toNumber(order.requested_returns),
})
