import { useEffect, useRef } from "react"
import { statusOf } from "../lib/errors"
import { words } from "../lib/words"

export const Loading = () => (
  <p className="loading" role="status">
    {words.loading}
  </p>
)

/** What went wrong, in the server's words where it has some, and the way to try again; wherever the page stands. */
export const Failure = ({ error, onRetry }: { error: unknown; onRetry?: () => void }) => {
  const notice = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Its answer, a promise in new browsers, is no clean-up.
    notice.current?.scrollIntoView({ block: "center", behavior: "smooth" })
  }, [error])
  return (
    <div ref={notice} className="notice notice-bad" role="alert">
      <p>{messageOf(error)}</p>
      {onRetry && (
        <button type="button" className="button button-quiet" onClick={onRetry}>
          {words.retry}
        </button>
      )}
    </div>
  )
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return words.failed
  // The browser's own error for a server that doesn't answer.
  if (error instanceof TypeError && statusOf(error) === undefined) return words.offline
  return error.message || words.failed
}
