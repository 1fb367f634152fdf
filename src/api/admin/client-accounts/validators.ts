import { z } from "@medusajs/framework/zod"
import { BALANCE_ORDERS } from "../../../modules/client-ledger/sql/balances"
import {
  ACCOUNT_STATUSES,
  MANUAL_ENTRY_TYPES,
  REAL_METHODS,
} from "../../../modules/client-ledger/types"
import { LANGUAGES } from "../../../modules/client-ledger/utils/method-settings"
import {
  amountField,
  booleanField,
  dateField,
  listField,
  noteField,
  pageFields,
  referenceField,
  timeZoneField,
} from "../../utils/schemas"

const filterFields = {
  q: z.string().max(200).optional(),
  currency_code: z.string().length(3).optional(),
  status: z.enum(ACCOUNT_STATUSES).optional(),
  overdue: booleanField.optional(),
  customer_id: listField.optional(),
}

export const listAccountsQuery = z.object({
  ...filterFields,
  ...pageFields,
  /** The biggest debt first. */
  order: z.enum(BALANCE_ORDERS).default("balance"),
})
export type ListAccountsQuery = z.infer<typeof listAccountsQuery>

export const exportAccountsQuery = z.object(filterFields)
export type ExportAccountsQuery = z.infer<typeof exportAccountsQuery>

export const createAccountBody = z.object({
  customer_id: z.string().min(1),
  currency_code: z.string().min(1),
})
export type CreateAccountBody = z.infer<typeof createAccountBody>

export const updateAccountBody = z.object({ no_reminders: z.boolean() }).strict()
export type UpdateAccountBody = z.infer<typeof updateAccountBody>

export const listEntriesQuery = z.object(pageFields)
export type ListEntriesQuery = z.infer<typeof listEntriesQuery>

export const listMailsQuery = z.object(pageFields)
export type ListMailsQuery = z.infer<typeof listMailsQuery>

export const mailStatementBody = z
  .object({
    from: dateField("from"),
    to: dateField("to"),
    time_zone: timeZoneField.default("UTC"),
    language: z.enum(LANGUAGES).optional(),
  })
  .strict()
  .refine(({ from, to }) => from <= to, { error: "from: must not be after to", path: ["from"] })
export type MailStatementBody = z.infer<typeof mailStatementBody>

export const recordEntryBody = z.object({
  type: z.enum(MANUAL_ENTRY_TYPES),
  amount: amountField,
  note: noteField,
  value_date: dateField("value_date").optional(),
})
export type RecordEntryBody = z.infer<typeof recordEntryBody>

export const recordTransferBody = z
  .object({
    to_client_account_id: z.string().min(1),
    amount: amountField,
    note: noteField,
    value_date: dateField("value_date").optional(),
  })
  .strict()
export type RecordTransferBody = z.infer<typeof recordTransferBody>

export const listTopUpsQuery = z.object(pageFields)
export type ListTopUpsQuery = z.infer<typeof listTopUpsQuery>

export const refundTopUpBody = z
  .object({
    amount: amountField.optional(),
    note: noteField,
    confirmed: z.boolean().optional(),
  })
  .strict()
export type RefundTopUpBody = z.infer<typeof refundTopUpBody>

const accountSeen = { client_account_id: z.string().min(1), balance: amountField }

export const bringToZeroBody = z
  .object({
    accounts: z
      .array(
        z.union([
          z
            .object({
              ...accountSeen,
              method: z.enum(REAL_METHODS),
              reference: referenceField.optional(),
            })
            .strict(),
          z.object({ ...accountSeen, write_off: z.object({ note: noteField }).strict() }).strict(),
        ])
      )
      .min(1)
      .max(500),
    value_date: dateField("value_date").optional(),
    note: noteField.optional(),
  })
  .strict()
export type BringToZeroBody = z.infer<typeof bringToZeroBody>

export const mergeBody = z
  .object({ into_client_account_id: z.string().min(1), note: noteField })
  .strict()
export type MergeBody = z.infer<typeof mergeBody>

export const reverseEntryBody = z.object({ note: noteField })
export type ReverseEntryBody = z.infer<typeof reverseEntryBody>

export const openingBalancesBody = z.object({
  csv: z
    .string()
    .min(1)
    .refine((text) => !text.includes("\0"), { error: "csv: must be plain text" }),
  currency_code: z.string().optional(),
  dry_run: z.boolean().default(false),
})
export type OpeningBalancesBody = z.infer<typeof openingBalancesBody>
