import { MedusaError } from "@medusajs/framework/utils"

/** @throws INVALID_DATA when there is none. */
export function requireNote(note: string | null | undefined): string {
  const text = note?.trim()
  if (!text) throw new MedusaError(MedusaError.Types.INVALID_DATA, "note: say why, in a few words")
  return text
}
