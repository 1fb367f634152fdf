import { useTranslation } from "react-i18next"
import type { Words } from "../i18n/en"

type WithoutPlural<TKey extends string> = TKey extends `${infer TStem}_${"zero" | "one" | "other"}`
  ? TStem
  : TKey

type KeyOf<TWords, TPath extends string = ""> = {
  [TKey in keyof TWords & string]: TWords[TKey] extends string
    ? `${TPath}${WithoutPlural<TKey>}`
    : KeyOf<TWords[TKey], `${TPath}${TKey}.`>
}[keyof TWords & string]

/** What the dashboard already says in the reader's language. */
type DashboardKey =
  | `actions.${"cancel" | "save" | "edit" | "close"}`
  | `general.${"of" | "results" | "pages" | "prev" | "next"}`
  | `filters.${"sortLabel" | "searchLabel"}`

export type WordKey = KeyOf<Words> | DashboardKey
export type Translate = (key: WordKey, values?: Record<string, string | number>) => string

/** Our own words, each key known to the compiler; what is not among them comes from the dashboard's. */
export const useWords = (): Translate => {
  const { t } = useTranslation("clientLedger")
  return t
}
