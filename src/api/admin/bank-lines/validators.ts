import { z } from "@medusajs/framework/zod"
import { BANK_LINE_STATES } from "../../../modules/client-ledger/sql/bank-lines"
import { RECEIPT_DIRECTIONS } from "../../../modules/client-ledger/types"
import { booleanField, noteField, pageFields } from "../../utils/schemas"

export const listBankLinesQuery = z
  .object({
    ...pageFields,
    state: z.enum(BANK_LINE_STATES).optional(),
    direction: z.enum(RECEIPT_DIRECTIONS).optional(),
    bank_account_id: z.string().optional(),
    q: z.string().max(200).optional(),
    exact: booleanField.optional(),
  })
  .strict()
export type ListBankLinesQuery = z.infer<typeof listBankLinesQuery>

export const acceptBankLinesBody = z
  .object({
    lines: z
      .array(
        z
          .object({
            bank_line_id: z.string().min(1),
            client_account_id: z.string().min(1).optional(),
            customer_id: z.string().min(1).optional(),
          })
          .strict()
          .refine((line) => Boolean(line.client_account_id) !== Boolean(line.customer_id), {
            error: "give either client_account_id or customer_id",
          })
      )
      .min(1)
      .max(200),
  })
  .strict()
export type AcceptBankLinesBody = z.infer<typeof acceptBankLinesBody>

export const matchBankLineBody = z.union([
  z.object({ cheque_deposit_id: z.string().min(1) }).strict(),
  z.object({ closing_id: z.string().min(1) }).strict(),
])
export type MatchBankLineBody = z.infer<typeof matchBankLineBody>

export const setBankLineAsideBody = z.object({ note: noteField }).strict()
export type SetBankLineAsideBody = z.infer<typeof setBankLineAsideBody>

export const bringBankLineBackBody = z.object({}).strict()
