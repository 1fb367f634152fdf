import { z } from "@medusajs/framework/zod"

const minutesField = z.coerce.number().int().min(0).max(1440)

export const reconcileBody = z
  .object({ full: z.boolean().default(true), min_age_minutes: minutesField.optional() })
  .strict()
export type ReconcileBody = z.infer<typeof reconcileBody>

export const verifyQuery = z.object({ min_age_minutes: minutesField.optional() }).strict()
export type VerifyQuery = z.infer<typeof verifyQuery>
