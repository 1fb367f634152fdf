import { useState } from "react"
import type { AdminClientAccount } from "../../types/http"

/** Accounts that a person has picked, on whichever page of the list: each with its customer. */
export type Picked = Record<string, string>

/** The rows that are picked, as Medusa's table wants to know it. */
export const usePicked = (shown: AdminClientAccount[], isAllowed: boolean) => {
  const [picked, setPicked] = useState<Picked>({})
  return {
    picked,
    clear: () => setPicked({}),
    rowSelection: {
      state: Object.fromEntries(Object.keys(picked).map((id) => [id, true])),
      onRowSelectionChange: (selection: Record<string, boolean>) =>
        setPicked((before) => {
          const customerOf = new Map(shown.map(({ id, customer_id }) => [id, customer_id]))
          const ids = Object.keys(selection).filter((id) => selection[id])
          return Object.fromEntries(ids.map((id) => [id, customerOf.get(id) ?? before[id] ?? ""]))
        }),
      /** Who is at zero has arrived. */
      enableRowSelection: (row: { original: AdminClientAccount }) =>
        isAllowed && row.original.balance !== 0,
    },
  }
}
