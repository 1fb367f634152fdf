import { useState } from "react"
import { words } from "../lib/words"

type Props = { label: string; value: string; shown?: string; hint?: string }

/** One line to type elsewhere, and a button that spares it. */
export const CopyLine = ({ label, value, shown = value, hint }: Props) => {
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(value)
    setCopied(true)
    setTimeout(() => setCopied(false), 2_000)
  }
  return (
    <div className="copy-line">
      <div>
        <span className="label">{label}</span>
        <span className="value">{shown}</span>
        {hint && <small>{hint}</small>}
      </div>
      <button type="button" aria-label={words.pay.copy(label)} onClick={() => void copy()}>
        {isCopied ? (
          <span aria-live="polite">{words.pay.copied}</span>
        ) : (
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M9 9h10v11H9zM15 9V5H5v11h4" />
          </svg>
        )}
      </button>
    </div>
  )
}
