import { z } from "@medusajs/framework/zod"
import { CHEQUE_DEPOSIT_STATUSES } from "../../../modules/client-ledger/types"
import { LANGUAGES } from "../../../modules/client-ledger/utils/method-settings"
import {
  amountField,
  dateField,
  listField,
  noteField,
  pageFields,
  textField,
} from "../../utils/schemas"

export const listDepositsQuery = z
  .object({
    ...pageFields,
    status: listField.pipe(z.array(z.enum(CHEQUE_DEPOSIT_STATUSES))).optional(),
    currency_code: z.string().length(3).optional(),
  })
  .strict()
export type ListDepositsQuery = z.infer<typeof listDepositsQuery>

const cheque = z.strictObject({
  receipt_id: z.string().min(1),
  drawer: textField("drawer", 200).optional(),
  bank: textField("bank", 200).nullable().optional(),
  number: textField("number", 200).nullable().optional(),
})

export const makeDepositBody = z.strictObject({
  cheques: z.array(cheque).min(1).max(500),
  note: noteField.optional(),
})
export type MakeDepositBody = z.infer<typeof makeDepositBody>

export const depositBody = z.strictObject({ deposited_on: dateField("deposited_on").optional() })

export const clearBody = z.strictObject({
  cleared_on: dateField("cleared_on").optional(),
  receipt_ids: z.array(z.string().min(1)).min(1).max(500).optional(),
})

export const cancelBody = z.strictObject({})

export const bounceBody = z.strictObject({ note: noteField, fee: amountField.optional() })
export type BounceBody = z.infer<typeof bounceBody>

export const slipQuery = z.object({ lang: z.enum(LANGUAGES).default("en") }).strict()
export type SlipQuery = z.infer<typeof slipQuery>
