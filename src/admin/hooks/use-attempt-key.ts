import { useRef } from "react"
import { newIdempotencyKey } from "../lib/idempotency"

/** The key of an act that may be sent again: the same body is the same act, another body is another. */
export const useAttemptKey = () => {
  const attempt = useRef<{ key: string; body: string } | null>(null)
  return (body: object): string => {
    const written = JSON.stringify(body)
    if (attempt.current?.body !== written) {
      attempt.current = { key: newIdempotencyKey(), body: written }
    }
    return attempt.current.key
  }
}
