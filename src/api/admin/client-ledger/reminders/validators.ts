import { z } from "@medusajs/framework/zod"

/** One after the other, at a provider's pace: a caller who has more sends several requests. */
const MOST_AT_ONCE = 100

export const sendRemindersBody = z
  .object({ client_account_ids: z.array(z.string().min(1)).min(1).max(MOST_AT_ONCE) })
  .strict()
export type SendRemindersBody = z.infer<typeof sendRemindersBody>
