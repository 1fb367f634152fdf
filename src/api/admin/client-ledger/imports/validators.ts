import { z } from "@medusajs/framework/zod"
import { booleanField, pageFields } from "../../../utils/schemas"

export const listImportsQuery = z.object(pageFields).strict()
export type ListImportsQuery = z.infer<typeof listImportsQuery>

/** `differing`: only members about whom there is something to read. */
const differing = booleanField.optional()

export const importQuery = z.object({ ...pageFields, differing }).strict()
export type ImportQuery = z.infer<typeof importQuery>

export const importCsvQuery = z.object({ differing }).strict()
export type ImportCsvQuery = z.infer<typeof importCsvQuery>
