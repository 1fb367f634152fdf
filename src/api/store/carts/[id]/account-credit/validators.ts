import { z } from "@medusajs/framework/zod"
import { amountField } from "../../../../utils/schemas"

/** Without an amount: as much as there is, up to what the cart costs. */
export const accountCreditBody = z.strictObject({ amount: amountField.optional() })
export type AccountCreditBody = z.infer<typeof accountCreditBody>
