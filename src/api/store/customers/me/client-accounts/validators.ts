import { z } from "@medusajs/framework/zod"
import { today } from "../../../../../modules/client-ledger/utils/dates"
import { amountField, dateField, pageFields, timeZoneField } from "../../../../utils/schemas"

export const listOwnEntriesQuery = z.object(pageFields)
export type ListOwnEntriesQuery = z.infer<typeof listOwnEntriesQuery>

/** From the beginning of this year until today, unless said. */
export const statementQuery = z
  .object({
    from: dateField("from").default(() => `${today().slice(0, 4)}-01-01`),
    to: dateField("to").default(today),
    time_zone: timeZoneField.default("UTC"),
  })
  .refine(({ from, to }) => from <= to, { error: "from: must not be after to", path: ["from"] })
export type StatementQuery = z.infer<typeof statementQuery>

export const topUpBody = z
  .object({
    amount: amountField,
    provider_id: z.string().min(1).max(200),
    return_url: z.url({ error: "return_url: must be an address, as https://…" }).optional(),
  })
  .strict()
export type TopUpBody = z.infer<typeof topUpBody>
/** What is owed, unless an amount is said. */
export const paymentInstructionsQuery = z.object({
  amount: amountField
    .refine((amount) => Number(amount) > 0, { error: "amount: must be above zero" })
    .optional(),
})
export type PaymentInstructionsQuery = z.infer<typeof paymentInstructionsQuery>
