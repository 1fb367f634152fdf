import { useEffect, useState } from "react"

/** What was typed, once the fingers rest. */
export const useSettledValue = (value: string, milliseconds = 300): string => {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(value), milliseconds)
    return () => window.clearTimeout(timer)
  }, [value, milliseconds])
  return settled
}
