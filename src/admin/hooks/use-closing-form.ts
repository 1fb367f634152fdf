import { useState } from "react"
import type {
  AdminCloseDay,
  AdminClosingMovements,
  AdminClosingPreview,
  ReceiptMethod,
} from "../../types/http"
import { subtract, typedAmount } from "../lib/amount"
import { amountOrZero, cashTotal, countedOf, denominationsOf, type Quantities } from "../lib/cash"
import { isoDay } from "../lib/locale"
import { useFormat } from "./use-format"

/** What was counted of a method against what is expected, as the last step shows it. */
export type Comparison = {
  method: ReceiptMethod
  expected: number
  counted: number | null
  gap: number | null
}

const NOTHING = { count: 0, received: 0, paid_out: 0, reversed: 0, expected: 0 }

/** What a person types while closing, and what it comes to. */
export const useClosingForm = (preview: AdminClosingPreview) => {
  const currency = preview.currency_code ?? ""
  const format = useFormat()
  const { digits } = format.currency(currency)
  const [typed, setTyped] = useState({
    openingFloat: typedAmount(preview.opening_float, digits, format.decimalSeparator),
    cash: "",
    cashLeft: null as string | null,
    chequeCount: "",
    cheques: "",
    terminal: "",
    note: "",
  })
  const [quantities, setQuantities] = useState<Quantities>({})
  const [reasons, setReasons] = useState<Partial<Record<ReceiptMethod, string>>>({})

  const denominations = denominationsOf(currency)
  const float = amountOrZero(typed.openingFloat, digits)
  const cash = denominations ? cashTotal(quantities, digits) : amountOrZero(typed.cash, digits)
  const likelyLeft = Math.min(cash ?? 0, float ?? 0)
  const cashLeftText = typed.cashLeft ?? typedAmount(likelyLeft, digits, format.decimalSeparator)
  const cashLeft = amountOrZero(cashLeftText, digits)
  const movement = (method: ReceiptMethod): AdminClosingMovements =>
    preview.methods.find((each) => each.method === method) ?? { method, ...NOTHING }

  const counted = {
    cash,
    cheque: countOf(typed.cheques, digits),
    card_terminal: countOf(typed.terminal, digits),
  }
  const hasCash =
    movement("cash").count !== 0 ||
    movement("cash").expected !== 0 ||
    Boolean(float) ||
    Boolean(cash)

  const compare = (): Comparison[] => {
    const methods = preview.methods.map((each) => each.method)
    const shown = new Set<ReceiptMethod>([...(hasCash ? ["cash" as const] : []), ...methods])
    if (counted.cheque !== null) shown.add("cheque")
    if (counted.card_terminal !== null) shown.add("card_terminal")
    return [...shown].map((method) => {
      // The preview expects the float that the last closing left; another may have been typed.
      const more = method === "cash" ? subtract(float ?? 0, preview.opening_float, digits) : 0
      const expected = subtract(movement(method).expected, -more, digits)
      const found = method in counted ? counted[method as keyof typeof counted] : null
      return {
        method,
        expected,
        counted: found,
        gap: found === null ? null : subtract(found, expected, digits),
      }
    })
  }

  const body = (): AdminCloseDay => ({
    currency_code: currency,
    day: isoDay(new Date()),
    opening_float: float ?? 0,
    ...(hasCash && { cash_left: cashLeft ?? 0 }),
    counted: {
      ...(hasCash && {
        cash: denominations ? { denominations: countedOf(quantities) } : { amount: cash ?? 0 },
      }),
      ...(counted.cheque !== null && {
        cheque: { amount: counted.cheque, count: Number(typed.chequeCount) || 0 },
      }),
      ...(counted.card_terminal !== null && { card_terminal: { total: counted.card_terminal } }),
    },
    reasons: Object.fromEntries(Object.entries(reasons).filter(([, reason]) => reason.trim())),
    ...(typed.note.trim() && { note: typed.note.trim() }),
  })

  return {
    currency,
    denominations,
    typed: { ...typed, cashLeft: cashLeftText },
    type: (change: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...change })),
    quantities,
    setQuantity: (value: number, quantity: string) =>
      setQuantities((before) => ({ ...before, [value]: quantity })),
    reasons,
    setReason: (method: ReceiptMethod, reason: string) =>
      setReasons((before) => ({ ...before, [method]: reason })),
    float,
    cash,
    cashLeft,
    counted,
    movement,
    compare,
    body,
  }
}

/** Null until something is typed: nothing counted isn't zero counted. */
const countOf = (text: string, digits: number) => (text.trim() ? amountOrZero(text, digits) : null)

export type ClosingForm = ReturnType<typeof useClosingForm>
