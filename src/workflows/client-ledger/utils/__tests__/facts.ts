import type { CollectionFacts, MoneyRow, PaymentFacts } from "../order-facts"

/** A capture or a refund. */
export const row = (
  id: string,
  raw_amount: number,
  created_by: string | null = null
): MoneyRow => ({ id, raw_amount, created_at: "2026-11-02T09:00:00Z", created_by })

/** A promise of 20 by cheque, unless said. */
export const payment = (facts: Partial<PaymentFacts> = {}): PaymentFacts => ({
  id: "pay_1",
  provider_id: "pp_cheque_market",
  raw_amount: 20,
  created_at: "2026-11-02T08:00:00Z",
  captured_at: null,
  canceled_at: null,
  data: {},
  captures: [],
  refunds: [],
  ...facts,
})

/** A collection of 20 as Medusa has counted it, unless said. */
export const collection = (
  payments: PaymentFacts[],
  facts: Partial<CollectionFacts> = {}
): CollectionFacts => {
  const sum = (rows: MoneyRow[]) => rows.reduce((total, each) => total + Number(each.raw_amount), 0)
  return {
    id: "paycol_1",
    status: "authorized",
    raw_amount: 20,
    raw_captured_amount: sum(payments.flatMap(({ captures }) => captures)),
    raw_refunded_amount: sum(payments.flatMap(({ refunds }) => refunds)),
    payments,
    ...facts,
  }
}
