import { useState } from "react"

/** What a person has typed on each line of a table so far, by the line's id. */
export const useRowDrafts = <TDraft extends object>() => {
  const [drafts, setDrafts] = useState<Record<string, Partial<TDraft>>>({})
  return {
    drafts,
    change: (id: string, change: Partial<TDraft>) =>
      setDrafts((before) => ({ ...before, [id]: { ...before[id], ...change } })),
  }
}
