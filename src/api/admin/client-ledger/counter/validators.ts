import { z } from "@medusajs/framework/zod"
import { dateField, listField, pageFields } from "../../../utils/schemas"

export const listCounterClientsQuery = z
  .object({
    ...pageFields,
    q: z.string().max(200).optional(),
    ordered_on: dateField("ordered_on").optional(),
    due_on: dateField("due_on").optional(),
    shipping_option_id: listField.optional(),
    location_id: listField.optional(),
    client_account_id: z.string().optional(),
    order_id: z.string().optional(),
  })
  .strict()
export type ListCounterClientsQuery = z.infer<typeof listCounterClientsQuery>
