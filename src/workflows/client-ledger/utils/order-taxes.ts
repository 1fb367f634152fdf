import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN } from "@medusajs/framework/utils"
import type { TaxTotal } from "../../../modules/client-ledger/sql/closings"
import {
  addAmounts,
  roundAmount,
  subtractAmounts,
} from "../../../modules/client-ledger/utils/money"

type TaxedLine = {
  raw_total: BigNumberInput
  raw_tax_total: BigNumberInput
  tax_lines: { rate: number; raw_total: BigNumberInput }[] | null
}
export type TaxedOrder = {
  id: string
  status: string
  items: TaxedLine[] | null
  shipping_methods: TaxedLine[] | null
}

// `total` makes Medusa compute the totals; the raw ones aren't floats.
const LINE_FIELDS = ["total", "raw_total", "tax_total", "raw_tax_total", "tax_lines.*"]
const FIELDS = [
  "id",
  "status",
  "total",
  ...LINE_FIELDS.flatMap((field) => [`items.${field}`, `shipping_methods.${field}`]),
]
const PAGE = 200

/** These orders with the tax lines that Medusa wrote on them. */
export async function readTaxedOrders(
  container: MedusaContainer,
  ids: string[]
): Promise<TaxedOrder[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const orders: TaxedOrder[] = []
  for (let at = 0; at < ids.length; at += PAGE) {
    const { data } = await query.graph({
      entity: "order",
      fields: FIELDS,
      filters: { id: ids.slice(at, at + PAGE) },
    })
    orders.push(...(data as unknown as TaxedOrder[]))
  }
  return orders
}

/** Each order's own VAT per rate, also of one that was canceled: what was booked of it is taken back by its rates. */
export const taxesByOrder = (orders: TaxedOrder[], digits: number): Map<string, TaxTotal[]> =>
  new Map(orders.map((order) => [order.id, taxesOf([{ ...order, status: "pending" }], digits)]))

/** Sums are rounded, not each line. What bears no tax is at rate 0. */
export function taxesOf(orders: TaxedOrder[], digits: number): TaxTotal[] {
  const rates = new Map<string, { base: string; tax: string }>()
  const add = (rate: BigNumberInput, base: BigNumberInput, tax: BigNumberInput) => {
    const key = MathBN.convert(rate).toFixed()
    const sum = rates.get(key) ?? { base: "0", tax: "0" }
    rates.set(key, { base: addAmounts(sum.base, base), tax: addAmounts(sum.tax, tax) })
  }
  for (const order of orders) {
    if (order.status === "canceled") continue
    for (const line of [...(order.items ?? []), ...(order.shipping_methods ?? [])]) {
      const base = subtractAmounts(line.raw_total, line.raw_tax_total)
      if (!line.tax_lines?.length) add(0, base, 0)
      for (const tax of line.tax_lines ?? []) add(tax.rate, base, tax.raw_total)
    }
  }
  return [...rates]
    .map(([rate, sum]) => ({
      rate,
      base: roundAmount(sum.base, digits),
      tax: roundAmount(sum.tax, digits),
    }))
    .filter(({ base, tax }) => !MathBN.eq(base, 0) || !MathBN.eq(tax, 0))
    .sort((a, b) => Number(a.rate) - Number(b.rate))
}
