import { useSearchParams } from "react-router-dom"
import type { AccountStatus } from "../../types/http"
import type { AccountFilter, AccountListQuery } from "./accounts"

export const PAGE_SIZE = 20

/** Who owes is what the page is opened for. */
const DEFAULT_TAB = "owing"
const TABS = ["owing", "settled", "in_credit", "all"] as const
export type ListTab = AccountStatus | "all"

/** Most owed first, but most held first among those in credit. */
const DEFAULT_ORDER: Record<ListTab, string> = {
  owing: "balance",
  settled: "customer_name",
  in_credit: "-balance",
  all: "balance",
}

type Change = Partial<
  Record<"status" | "overdue" | "q" | "order" | "currency_code" | "offset", string>
>

/** What the list shows, kept in the address: it can be shared, and Back goes back. */
export const useListState = () => {
  const [params, setParams] = useSearchParams()
  const tab = TABS.find((known) => known === params.get("status")) ?? DEFAULT_TAB
  const overdue = params.get("overdue") === "true"
  const q = params.get("q") ?? ""
  const order = params.get("order") ?? DEFAULT_ORDER[tab]
  const currency = params.get("currency_code") ?? ""
  const offset = Math.max(0, Number(params.get("offset")) || 0)

  const filter: AccountFilter = {
    ...(tab !== "all" && { status: tab }),
    ...(overdue && { overdue: true }),
    ...(q && { q }),
    ...(currency && { currency_code: currency }),
  }
  const query: AccountListQuery = { ...filter, order, limit: PAGE_SIZE, offset }

  /** Whatever changes but the page itself leads back to the first page. */
  const change = (changes: Change, { replace = false } = {}) =>
    setParams(
      (current) => {
        const next = new URLSearchParams(current)
        next.delete("offset")
        for (const [key, value] of Object.entries(changes)) {
          if (value) next.set(key, value)
          else next.delete(key)
        }
        return next
      },
      { replace }
    )

  const showTab = (status: string) => change({ status, order: "", overdue: "" })
  /** Only who owes can be overdue. */
  const showOverdue = (on: boolean) => change({ overdue: on ? "true" : "", status: "" })

  return { tab, overdue, q, order, currency, offset, filter, query, change, showTab, showOverdue }
}

export type ListState = ReturnType<typeof useListState>
