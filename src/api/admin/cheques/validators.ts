import { z } from "@medusajs/framework/zod"
import { CHEQUE_ORDERS } from "../../../modules/client-ledger/sql/cheques"
import { CHEQUE_STATES } from "../../../modules/client-ledger/types"
import { listField, pageFields } from "../../utils/schemas"

export const listChequesQuery = z
  .object({
    ...pageFields,
    state: listField.pipe(z.array(z.enum(CHEQUE_STATES))).optional(),
    q: z.string().max(200).optional(),
    currency_code: z.string().length(3).optional(),
    client_account_id: z.string().optional(),
    number: z.string().trim().max(200).optional(),
    /** Those that have waited longest first. */
    order: z.enum(CHEQUE_ORDERS).default("value_date"),
  })
  .strict()
export type ListChequesQuery = z.infer<typeof listChequesQuery>
