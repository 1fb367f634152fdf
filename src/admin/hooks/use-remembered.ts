import { useState } from "react"

/** A choice that this device remembers; one that can't (a private window) forgets it. */
export const useRemembered = (name: string): [boolean, (on: boolean) => void] => {
  const key = `client-ledger:${name}`
  const [on, setOn] = useState(() => {
    try {
      return localStorage.getItem(key) === "on"
    } catch {
      return false
    }
  })
  const remember = (next: boolean) => {
    setOn(next)
    try {
      localStorage.setItem(key, next ? "on" : "off")
    } catch {
      // It holds until the page is left.
    }
  }
  return [on, remember]
}
