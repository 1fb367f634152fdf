/** A key for one act. A form mints it when it opens and keeps it, so that sending it again posts once. */
export const newIdempotencyKey = (): string => {
  // `randomUUID` is missing on plain http, which is how a market reaches a machine on its own network.
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")
}
