/** To the gram, where a quantity is in kilograms. */
const QUANTITY = /^\d+(?:[.,]\d{1,3})?$/

/** A weight or a number as a person types it, zero included; null when it is neither. */
export const parseQuantity = (text: string): number | null => {
  const trimmed = text.replace(/[\s\u00a0\u202f]/g, "")
  return QUANTITY.test(trimmed) ? Number(trimmed.replace(",", ".")) : null
}
