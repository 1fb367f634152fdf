import { z } from "@medusajs/framework/zod"
import { dateField, pageFields, timeZoneField } from "../../../utils/schemas"

const filters = {
  actor_id: z.string().optional(),
  kind: z.string().optional(),
  client_account_id: z.string().optional(),
  from: dateField("from").optional(),
  to: dateField("to").optional(),
  time_zone: timeZoneField.optional(),
}

export const listActsQuery = z.object({ ...pageFields, ...filters })
export type ListActsQuery = z.infer<typeof listActsQuery>

export const exportActsQuery = z.object(filters)
export type ExportActsQuery = z.infer<typeof exportActsQuery>
