import type { MedusaContainer } from "@medusajs/framework/types"
import type { ClosingDetails } from "../../../../modules/client-ledger/closing-service"
import type { ClosingPreview } from "../../../../modules/client-ledger/sql/close-day"
import type {
  ClosingSummaryDTO,
  ClosingTotals,
} from "../../../../modules/client-ledger/sql/closings"
import {
  gapOf,
  netOf,
  type MethodCount,
  type MethodMovements,
  type MoneyTotals,
} from "../../../../modules/client-ledger/utils/closing"
import { toNumber } from "../../../../modules/client-ledger/utils/money"
import type { AdminClosing, AdminClosingDetails, AdminClosingPreview } from "../../../../types/http"
import { actorEmails, actorOf } from "../../../utils/actors"
import { toIso } from "../../../utils/serializers"

const optional = (amount: string | null) => (amount === null ? null : toNumber(amount))

const toMovements = (movements: MethodMovements) => ({
  method: movements.method,
  count: movements.count,
  received: toNumber(movements.received),
  paid_out: toNumber(movements.paid_out),
  reversed: toNumber(movements.reversed),
  expected: toNumber(movements.expected),
})

const toCount = (count: MethodCount) => ({
  ...toMovements(count),
  counted: optional(count.counted),
  counted_count: count.counted_count,
  gap: optional(count.gap),
  reason: count.reason,
})

const toMoneyTotals = (totals: MoneyTotals) => ({
  received: toNumber(totals.received),
  paid_out: toNumber(totals.paid_out),
  reversed: toNumber(totals.reversed),
  net: toNumber(totals.net),
})

const toPeriods = ({ day, month, year, ever }: ClosingTotals) => ({
  day: toMoneyTotals(day),
  month: toMoneyTotals(month),
  year: toMoneyTotals(year),
  ever: toMoneyTotals(ever),
})

const toClosing = (closing: ClosingSummaryDTO, emails: Map<string, string>): AdminClosing => ({
  id: closing.id,
  number: closing.number,
  currency_code: closing.currency_code,
  day: closing.day,
  opened_at: toIso(closing.opened_at),
  closed_at: toIso(closing.closed_at),
  opening_float: toNumber(closing.opening_float),
  cash_left: toNumber(closing.cash_left),
  received: toNumber(closing.received),
  paid_out: toNumber(closing.paid_out),
  reversed: toNumber(closing.reversed),
  net: toNumber(netOf(closing)),
  methods: closing.methods.map(toCount),
  gap: toNumber(gapOf(closing.methods)),
  note: closing.note,
  hash: closing.hash,
  actor: actorOf(closing, emails),
})

export async function toClosings(
  scope: MedusaContainer,
  closings: ClosingSummaryDTO[]
): Promise<AdminClosing[]> {
  const emails = await actorEmails(scope, closings)
  return closings.map((closing) => toClosing(closing, emails))
}

export async function toClosingDetails(
  scope: MedusaContainer,
  { closing, receipts, names }: ClosingDetails
): Promise<AdminClosingDetails> {
  const emails = await actorEmails(scope, [closing])
  return {
    ...toClosing(closing, emails),
    cash_count: closing.cash_count,
    totals: toPeriods(closing.totals),
    taxes: closing.taxes.map((tax) => ({
      rate: Number(tax.rate),
      base: toNumber(tax.base),
      tax: toNumber(tax.tax),
    })),
    receipts: receipts.map((receipt) => ({
      receipt_id: receipt.id,
      reversal: receipt.reversal,
      client_account_id: receipt.account_id,
      customer_name: receipt.customer_name,
      direction: receipt.direction,
      method: receipt.method,
      amount: toNumber(receipt.amount),
      reference: receipt.reference,
      value_date: receipt.value_date,
      created_at: toIso(receipt.created_at),
    })),
    orders: closing.orders.map(({ account_id, ...order }) => ({
      ...order,
      customer_name: (account_id && names.get(account_id)) || null,
      owed: toNumber(order.owed),
      paid: toNumber(order.paid),
    })),
    chain_heads: closing.chain_heads,
    chain_digest: closing.chain_digest,
    previous_hash: closing.previous_hash,
  }
}

export async function toPreview(
  scope: MedusaContainer,
  preview: ClosingPreview
): Promise<AdminClosingPreview> {
  const [last] = preview.last ? await toClosings(scope, [preview.last]) : []
  return {
    currency_code: preview.currency_code,
    currencies: preview.currencies,
    opened_at: toIso(preview.opened_at),
    opening_float: toNumber(preview.opening_float),
    methods: preview.methods.map(toMovements),
    receipts: preview.receipts,
    reversals: preview.reversals,
    cash_limit: optional(preview.cash_limit),
    above_cash_limit: preview.above_cash_limit.map((receipt) => ({
      ...receipt,
      amount: toNumber(receipt.amount),
    })),
    last: last ?? null,
  }
}
