import { z } from "@medusajs/framework/zod"

const GRAMS = 1000

/** Kilograms to the gram, or a count. */
const quantityField = z
  .number()
  .min(0)
  .max(1_000_000)
  .refine((quantity) => Math.round(quantity * GRAMS) / GRAMS === quantity, {
    error: "quantity: must have at most 3 decimals",
  })

const itemFields = z.object({ id: z.string().min(1), quantity: quantityField }).strict()

export const changeOrderItemsBody = z
  .object({
    items: z
      .array(itemFields)
      .min(1)
      .max(500)
      .refine((items) => new Set(items.map(({ id }) => id)).size === items.length, {
        error: "items: each line once",
      }),
  })
  .strict()
export type ChangeOrderItemsBody = z.infer<typeof changeOrderItemsBody>

/** A pick-up says all by its address. */
export const pickUpBody = z.object({}).strict()
