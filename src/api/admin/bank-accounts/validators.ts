import { z } from "@medusajs/framework/zod"
import { textField } from "../../utils/schemas"

const column = textField("csv_format.columns", 200).min(1)

export const csvFormatField = z
  .object({
    delimiter: z.enum([",", ";", "\t"]),
    date_order: z.enum(["dmy", "mdy", "ymd"]),
    decimal: z.enum([",", "."]),
    columns: z
      .object({
        date: column,
        value_date: column.optional(),
        amount: column.optional(),
        credit: column.optional(),
        debit: column.optional(),
        label: column,
        counterparty: column.optional(),
        reference: column.optional(),
      })
      .strict()
      .refine(({ amount, credit, debit }) => Boolean(amount) !== Boolean(credit && debit), {
        error: "csv_format.columns: name either amount, or credit and debit",
      }),
  })
  .strict()

export const createBankAccountBody = z
  .object({
    name: textField("name", 100).min(1),
    number: textField("number", 50).min(1),
    currency_code: z.string().length(3),
    csv_format: csvFormatField.nullable().optional(),
  })
  .strict()
export type CreateBankAccountBody = z.infer<typeof createBankAccountBody>

export const updateBankAccountBody = z
  .object({
    name: textField("name", 100).min(1).optional(),
    csv_format: csvFormatField.nullable().optional(),
  })
  .strict()
export type UpdateBankAccountBody = z.infer<typeof updateBankAccountBody>
