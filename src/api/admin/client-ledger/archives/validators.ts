import { z } from "@medusajs/framework/zod"
import { timeZoneField } from "../../../utils/schemas"

export const archivesQuery = z.object({ time_zone: timeZoneField.default("UTC") })
export type ArchivesQuery = z.infer<typeof archivesQuery>

/** Of the path: "2025". */
export const archiveYear = z.coerce
  .number({ error: "year: must be a year, as 2025" })
  .int()
  .min(1970, { error: "year: must be a year, as 2025" })
  .max(9998, { error: "year: must be a year, as 2025" })
