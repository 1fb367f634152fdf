import { z } from "@medusajs/framework/zod"
import { MedusaError } from "@medusajs/framework/utils"

const schema = z
  .object({
    /** Payment providers whose captures and refunds are money that moved, whatever their name looks like. */
    online_providers: z.array(z.string().startsWith("pp_")).optional(),
  })
  .strict()

export type ClientLedgerOptions = z.infer<typeof schema>

/** @throws INVALID_DATA naming the option, when Medusa starts. */
export function validateOptions(options: unknown): ClientLedgerOptions {
  // Medusa adds its own keys to a module's options.
  const { database: _database, ...own } = { ...(options as Record<string, unknown> | undefined) }
  const result = schema.safeParse(own)
  if (!result.success) {
    const [issue] = result.error.issues
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Client ledger options: ${issue?.path.join(".") || "options"}: ${issue?.message}`
    )
  }
  return result.data
}
