import { z } from "@medusajs/framework/zod"
import { RECEIPT_METHODS } from "../../../../modules/client-ledger/types"
import {
  timeZoneField,
  amountField,
  dateField,
  noteField,
  pageFields,
} from "../../../utils/schemas"

const quantity = z.number().int().min(0).max(100_000)
const counted = z.strictObject({ amount: amountField, count: quantity.optional() }).optional()

const cash = z
  .strictObject({
    amount: amountField.optional(),
    /** How many of each coin and note: `{ "20": 3, "0.5": 4 }`. */
    denominations: z.record(z.string().max(20), quantity).optional(),
  })
  .refine(({ amount, denominations }) => (amount === undefined) !== (denominations === undefined), {
    error: "counted.cash: give either amount or denominations",
  })
  .optional()

const terminal = z
  .strictObject({ total: amountField })
  .transform(({ total }) => ({ amount: total }))
  .optional()

const reasons = z.partialRecord(z.enum(RECEIPT_METHODS), noteField)

export const previewClosingQuery = z.object({ currency_code: z.string().length(3).optional() })
export type PreviewClosingQuery = z.infer<typeof previewClosingQuery>

export const closeDayBody = z.strictObject({
  currency_code: z.string().length(3).optional(),
  day: dateField("day").optional(),
  opening_float: amountField,
  cash_left: amountField.optional(),
  counted: z
    .strictObject({
      cash,
      cheque: counted,
      card_terminal: terminal,
      transfer: counted,
      on_site: counted,
      online: counted,
    })
    .default({}),
  reasons: reasons.optional(),
  note: noteField.optional(),
})
export type CloseDayBody = z.infer<typeof closeDayBody>

export const listClosingsQuery = z.object(pageFields)
export type ListClosingsQuery = z.infer<typeof listClosingsQuery>

/** Any language tag, as the dashboard's; what isn't French is answered in English. */
export const documentQuery = z.object({
  locale: z.string().max(35).optional(),
  /** Of the times on paper, as Europe/Paris; UTC unless said. */
  time_zone: timeZoneField.optional(),
})
export type DocumentQuery = z.infer<typeof documentQuery>
