import { useEffect, useState } from "react"

const WIDE = "(min-width: 768px)"

/** False on a phone, where a table shows only what matters. */
export const useWideScreen = (): boolean => {
  const [wide, setWide] = useState(() => window.matchMedia(WIDE).matches)
  useEffect(() => {
    const query = window.matchMedia(WIDE)
    const update = () => setWide(query.matches)
    query.addEventListener("change", update)
    return () => query.removeEventListener("change", update)
  }, [])
  return wide
}
