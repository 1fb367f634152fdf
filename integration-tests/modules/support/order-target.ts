import type { OrderTarget } from "../../../src/modules/client-ledger/utils/plan-order"

/** What should stand for an order of Ada's that owes 30 euros, unless said. */
export const orderTarget = (changes: Partial<OrderTarget> = {}): OrderTarget => ({
  order_id: "order_1",
  display_id: 1,
  currency_code: "eur",
  holder: {
    customer_id: "cus_1",
    currency_code: "eur",
    customer_name: "Ada",
    customer_email: "a@b.c",
  },
  owed: "30",
  promise_provider_id: "pp_cheque_market",
  ordered_at: "2026-01-05T10:00:00Z",
  due_on: "2026-01-10",
  requested_returns: "0",
  awaits_pickup: false,
  shipping_option_id: null,
  account_credit: "0",
  hold_ids: [],
  movements: [],
  ...changes,
})
