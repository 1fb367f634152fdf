import type { AdminAct } from "../../types/http"
import { useFormat } from "./use-format"
import { useWords, type WordKey } from "./use-words"

const METHODS = ["cheque", "cash", "transfer", "card_terminal", "on_site", "online"] as const

/** What an act was, and what it changed, in words. */
export const useActWords = () => {
  const t = useWords()
  const { money } = useFormat()
  const known = (key: string): string | null => {
    const word = t(key as WordKey)
    return word.endsWith(key) ? null : word
  }

  const kind = (of: string): string => known(`acts.kind.${of}`) ?? known(`entry.${of}`) ?? of
  const value = (field: string, of: unknown, currency: string | null): string => {
    if (of === null || of === undefined || of === "") return t("acts.none")
    if (typeof of === "boolean") return t(of ? "acts.yes" : "acts.no")
    if (field === "balance" && currency) return money(Number(of), currency)
    if (field === "method") return METHODS.includes(of as "cash") ? t(`method.${of as "cash"}`) : ""
    return String(typeof of === "object" ? JSON.stringify(of) : of)
  }
  return {
    kind,
    title: ({ kind: of, number }: AdminAct) =>
      number === null ? kind(of) : `${kind(of)} ${t("acts.numbered", { number })}`,
    changes: ({ before, after, currency_code }: AdminAct) =>
      Object.keys(after).map((field) => ({
        field: known(`acts.field.${field}`) ?? field,
        before: value(field, before[field], currency_code),
        after: value(field, after[field], currency_code),
      })),
  }
}
