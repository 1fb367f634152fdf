import { z } from "@medusajs/framework/zod"
import { dateField, textField } from "../../../utils/schemas"

const FORMATS = ["fec", "csv", "hledger", "beancount"] as const

const period = {
  from: dateField("from"),
  to: dateField("to"),
  currency_code: z.string().length(3).optional(),
}
const ends = ({ from, to }: { from: string; to: string }) => from <= to
const endsError = { error: "to: the period must not end before it begins" }

export const journalQuery = z.object(period).refine(ends, endsError)
export type JournalQuery = z.infer<typeof journalQuery>

export const exportJournalQuery = z
  .object({
    ...period,
    format: z.enum(FORMATS),
  })
  .refine(ends, endsError)
export type ExportJournalQuery = z.infer<typeof exportJournalQuery>

const account = z.strictObject({
  number: textField("number", 12),
  name: textField("name", 100),
})

export const updateJournalSettingsBody = z.strictObject({
  siren: textField("siren", 20).nullish(),
  accounts: z.record(z.string().max(100), account.nullable()).optional(),
})
export type UpdateJournalSettingsBody = z.infer<typeof updateJournalSettingsBody>
