import type { ClosingDetails } from "../../../../modules/client-ledger/closing-service"
import type { ClosingOrder, ClosingReceipt } from "../../../../modules/client-ledger/sql/closings"
import type { Amount } from "../../../../modules/client-ledger/types"
import { signedAmount } from "../../../../modules/client-ledger/utils/closing"
import { MathBN } from "@medusajs/framework/utils"
import { addAmounts, subtractAmounts } from "../../../../modules/client-ledger/utils/money"
import type { DocumentWords } from "./document-words"

/** Money is written by the reader: as a currency on paper, as a plain number in a file. */
export type Cell = string | { money: Amount } | { moment: string } | { date: string }
export type Section = { title: string; columns: string[]; rows: Cell[][] }

/** A closing as it is printed and filed: the same sections in both. */
export type ClosingDocument = { facts: [string, Cell][]; sections: Section[] }

export function documentOf(
  details: ClosingDetails,
  words: DocumentWords,
  actor: string | null
): ClosingDocument {
  const { closing, receipts } = details
  const moment = (at: Date | string) => ({ moment: new Date(at).toISOString() })
  return {
    facts: [
      [words.day, { date: closing.day }],
      [words.opened, moment(closing.opened_at)],
      [words.closed, moment(closing.closed_at)],
      [words.by, actor ?? words.automatic],
      [words.currency, closing.currency_code.toUpperCase()],
      [words.opening_float, { money: closing.opening_float }],
      [words.cash_left, { money: closing.cash_left }],
      ...(closing.note ? [[words.note, closing.note] satisfies [string, Cell]] : []),
    ],
    sections: [
      methodsOf(details, words),
      ...coinsOf(details, words),
      receiptsOf(words.receipts, receipts.filter(isIn), words),
      receiptsOf(words.pay_outs, receipts.filter(isOut), words),
      receiptsOf(words.reversals, receipts.filter(isReversal), words),
      ...(["unpaid", "part_paid", "overpaid"] as const).map((state) =>
        ordersOf(
          words[state],
          closing.orders.filter((order) => order.state === state),
          details,
          words
        )
      ),
      taxesOf(details, words),
      totalsOf(details, words),
      chainOf(details, words),
      proofOf(details, words),
    ],
  }
}

const isReversal = (receipt: ClosingReceipt) => receipt.reversal
const isIn = (receipt: ClosingReceipt) => !receipt.reversal && receipt.direction === "in"
const isOut = (receipt: ClosingReceipt) => !receipt.reversal && receipt.direction === "out"
const money = (amount: Amount) => ({ money: amount })

const methodsOf = ({ closing }: ClosingDetails, words: DocumentWords): Section => ({
  title: words.methods,
  columns: [
    words.method,
    words.count,
    words.received,
    words.paid_out,
    words.reversed,
    words.expected,
    words.counted,
    words.gap,
    words.reason,
  ],
  rows: closing.methods.map((method) => [
    words.nameOf[method.method],
    method.counted_count === null || method.counted_count === method.count
      ? String(method.count)
      : `${method.counted_count} / ${method.count}`,
    money(method.received),
    money(method.paid_out),
    money(method.reversed),
    money(method.expected),
    method.counted === null ? words.not_counted : money(method.counted),
    method.gap === null ? "" : money(method.gap),
    method.reason ?? "",
  ]),
})

function coinsOf({ closing }: ClosingDetails, words: DocumentWords): Section[] {
  const coins = Object.entries(closing.cash_count ?? {}).filter(([, quantity]) => quantity > 0)
  if (!coins.length) return []
  return [
    {
      title: words.cash_count,
      columns: [words.denomination, words.count, words.amount],
      rows: coins
        .sort(([a], [b]) => Number(b) - Number(a))
        .map(([value, quantity]) => [
          money(value),
          String(quantity),
          money(MathBN.mult(value, quantity).toFixed()),
        ]),
    },
  ]
}

function receiptsOf(title: string, receipts: ClosingReceipt[], words: DocumentWords): Section {
  const rows: Cell[][] = receipts.map((receipt) => [
    { date: receipt.value_date },
    receipt.customer_name ?? "",
    words.nameOf[receipt.method],
    receipt.reference ?? "",
    money(signedAmount({ ...receipt, receipt_id: receipt.id })),
  ])
  const sum = receipts.map((receipt) => signedAmount({ ...receipt, receipt_id: receipt.id }))
  if (rows.length) rows.push([words.total, "", "", String(rows.length), money(addAmounts(...sum))])
  return {
    title,
    columns: [words.date, words.client, words.method, words.reference, words.amount],
    rows,
  }
}

const ordersOf = (
  title: string,
  orders: ClosingOrder[],
  { names }: ClosingDetails,
  words: DocumentWords
): Section => ({
  title,
  columns: [words.order, words.client, words.owed, words.paid, words.open],
  rows: orders.map((order) => [
    order.display_id === null ? order.order_id : `#${order.display_id}`,
    (order.account_id && names.get(order.account_id)) || "",
    money(order.owed),
    money(order.paid),
    money(subtractAmounts(order.owed, order.paid)),
  ]),
})

const taxesOf = ({ closing }: ClosingDetails, words: DocumentWords): Section => ({
  title: words.taxes,
  columns: [words.rate, words.base, words.tax],
  rows: closing.taxes.map(({ rate, base, tax }) => [`${rate} %`, money(base), money(tax)]),
})

const totalsOf = ({ closing }: ClosingDetails, words: DocumentWords): Section => ({
  title: words.totals,
  columns: ["", words.received, words.paid_out, words.reversed, words.total],
  rows: (["day", "month", "year", "ever"] as const).map((period) => {
    const { received, paid_out, reversed, net } = closing.totals[period]
    return [words.periods[period], money(received), money(paid_out), money(reversed), money(net)]
  }),
})

/** Of the accounts that the closing touched: the digest stands for all. */
function chainOf({ closing, receipts }: ClosingDetails, words: DocumentWords): Section {
  const touched = new Set(receipts.map((receipt) => receipt.account_id))
  return {
    title: words.chain,
    columns: [words.account, words.entries, words.head],
    rows: closing.chain_heads
      .filter(({ account_id }) => touched.has(account_id))
      .map(({ account_id, entries, head }) => [account_id, String(entries), head]),
  }
}

const proofOf = ({ closing }: ClosingDetails, words: DocumentWords): Section => ({
  title: words.proof,
  columns: ["", "SHA-256"],
  rows: [
    [words.proofs.chain_digest, closing.chain_digest],
    [words.proofs.previous_hash, closing.previous_hash ?? words.first],
    [words.proofs.hash, closing.hash],
  ],
})
