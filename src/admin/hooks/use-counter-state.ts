import { useEffect, useRef, useState } from "react"
import { useSearchParams } from "react-router-dom"
import type { CounterFilter } from "./counter"

/** A person stops typing for as long. */
const PAUSE_MS = 200

const FILTERS = ["ordered_on", "due_on", "shipping_option_id", "location_id"] as const
type FilterName = (typeof FILTERS)[number]

type Change = Partial<Record<FilterName | "client", string>>

/** What the counter shows, kept in the address: Back on a phone leads from the client to the list. */
export const useCounterState = () => {
  const [params, setParams] = useSearchParams()
  const valueOf = (name: FilterName | "q" | "client") => params.get(name) ?? ""
  const chosen = FILTERS.filter((name) => valueOf(name))
  const q = valueOf("q").trim()
  const filter: CounterFilter = {
    ...(q && { q }),
    ...Object.fromEntries(chosen.map((name) => [name, valueOf(name)])),
  }
  const [text, setText] = useState(valueOf("q"))
  const typed = useRef(text)
  const timer = useRef(0)
  useEffect(() => () => window.clearTimeout(timer.current), [])

  /** Takes what was typed along: the router keeps only the last of two changes that follow each other closely. */
  const change = (changes: Change, { replace = false } = {}) => {
    window.clearTimeout(timer.current)
    setParams(
      (current) => {
        const next = new URLSearchParams(current)
        for (const [name, value] of Object.entries({ q: typed.current, ...changes })) {
          if (value) next.set(name, value)
          else next.delete(name)
        }
        return next
      },
      { replace }
    )
  }
  /** What is typed is searched once the person pauses. */
  const search = (next: string) => {
    typed.current = next
    setText(next)
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => change({}, { replace: true }), PAUSE_MS)
  }
  return {
    text,
    search,
    filter,
    valueOf,
    filterCount: chosen.length,
    openClient: valueOf("client"),
    change,
    open: (accountId: string) => change({ client: accountId }),
    close: () => change({ client: "" }, { replace: true }),
    clear: () => {
      typed.current = ""
      setText("")
      change({ ordered_on: "", due_on: "", shipping_option_id: "", location_id: "" })
    },
  }
}

export type CounterState = ReturnType<typeof useCounterState>
