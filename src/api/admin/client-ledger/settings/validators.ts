import { z } from "@medusajs/framework/zod"
import { LANGUAGES } from "../../../../modules/client-ledger/utils/method-settings"

const texts = z.strictObject({
  title: z.string().max(200).nullish(),
  instructions: z.string().max(5000).nullish(),
})
const detail = z.string().max(200).nullish()

const method = z
  .strictObject({
    enabled: z.boolean().optional(),
    texts: z.strictObject({ fr: texts.optional(), en: texts.optional() }).optional(),
    payee: detail,
    account_holder: detail,
    iban: detail,
    bic: detail,
    reference: detail,
  })
  .optional()

const startError = {
  error: "ledger_starts_at: must be a date, as 2026-01-31 or 2026-01-31T08:00:00Z",
}

const limit = (field: string) =>
  z
    .number({ error: `${field}: must be a number, or null for no limit` })
    .positive({ error: `${field}: must be above zero, or null for no limit` })
    .nullable()
    .optional()

const days = (field: string) =>
  z
    .number({ error: `${field}: must be a number of days` })
    .int({ error: `${field}: must be whole days` })
    .min(0)
    .max(3650)
    .optional()

const mailFields = {
  receipt_mails: z.boolean().optional(),
  mail_language: z.enum(LANGUAGES).optional(),
  reminder_min_days: days("reminder_min_days"),
  reminder_floor: z
    .number({ error: "reminder_floor: must be a number, zero for none" })
    .min(0, { error: "reminder_floor: must not be below zero" })
    .optional(),
  reminder_pause_days: days("reminder_pause_days"),
}

export const updateSettingsBody = z.object({
  enabled: z.boolean().optional(),
  ledger_starts_at: z
    .union([z.iso.date(), z.iso.datetime({ offset: true })], startError)
    .optional(),
  due_days: z.number().int().min(0).max(3650).optional(),
  cash_limit: limit("cash_limit"),
  confirm_above: limit("confirm_above"),
  top_up_max: limit("top_up_max"),
  ...mailFields,
  methods: z
    .strictObject({
      cheque: method,
      cash: method,
      transfer: method,
      card_terminal: method,
      on_site: method,
    })
    .optional(),
})
export type UpdateSettingsBody = z.infer<typeof updateSettingsBody>
