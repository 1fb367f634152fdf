import { z } from "@medusajs/framework/zod"
import {
  ON_SITE_METHODS,
  RECEIPT_DIRECTIONS,
  RECEIPT_METHODS,
} from "../../../modules/client-ledger/types"
import { amountField, dateField, noteField, pageFields, referenceField } from "../../utils/schemas"

const receiptFields = z
  .object({
    client_account_id: z.string().min(1).optional(),
    customer_id: z.string().min(1).optional(),
    currency_code: z.string().length(3).optional(),
    direction: z.enum(RECEIPT_DIRECTIONS).optional(),
    method: z.enum(ON_SITE_METHODS),
    amount: amountField,
    reference: referenceField.optional(),
    value_date: dateField("value_date").optional(),
    note: noteField.optional(),
    confirmed: z.boolean().optional(),
    order_ids: z.array(z.string().min(1)).max(100).optional(),
  })
  .strict()

export const recordReceiptBody = receiptFields
  .refine(
    (receipt) =>
      Boolean(receipt.client_account_id) !== Boolean(receipt.customer_id && receipt.currency_code),
    { error: "give either client_account_id, or customer_id with currency_code" }
  )
  .refine((receipt) => receipt.direction !== "out" || !receipt.order_ids?.length, {
    error: "order_ids: a pay-out settles no order",
    path: ["order_ids"],
  })
export type RecordReceiptBody = z.infer<typeof recordReceiptBody>

export const recordReceiptBatchBody = z
  .object({ receipts: z.array(recordReceiptBody).min(1).max(500) })
  .strict()
export type RecordReceiptBatchBody = z.infer<typeof recordReceiptBatchBody>

export const correctReceiptBody = z
  .object({
    method: z.enum(ON_SITE_METHODS).optional(),
    reference: referenceField.nullable().optional(),
  })
  .strict()
export type CorrectReceiptBody = z.infer<typeof correctReceiptBody>

export const reverseReceiptBody = z.object({ note: noteField }).strict()
export type ReverseReceiptBody = z.infer<typeof reverseReceiptBody>

export const listReceiptsQuery = z
  .object({
    ...pageFields,
    client_account_id: z.string().optional(),
    order_id: z.string().optional(),
    method: z.enum(RECEIPT_METHODS).optional(),
    direction: z.enum(RECEIPT_DIRECTIONS).optional(),
    value_date_from: dateField("value_date_from").optional(),
    value_date_to: dateField("value_date_to").optional(),
  })
  .strict()
export type ListReceiptsQuery = z.infer<typeof listReceiptsQuery>
