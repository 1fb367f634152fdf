import { useState } from "react"
import { useWords } from "../../hooks/use-words"
import type { ManualEntryType } from "../../lib/entry-types"

type Favour = "client" | "market"

/** In whose favour an entry is, asked in words: nobody should have to think in signs. */
export const useSignChoice = (type: ManualEntryType) => {
  const t = useWords()
  const [favour, setFavour] = useState<Favour | null>(null)
  const isOpening = type === "opening_balance"
  const choices = isOpening
    ? [
        { value: "market" as const, label: t("manual.owed") },
        { value: "client" as const, label: t("manual.held") },
      ]
    : [
        { value: "client" as const, label: t("manual.credit"), hint: t("manual.creditHint") },
        { value: "market" as const, label: t("manual.debit"), hint: t("manual.debitHint") },
      ]
  return {
    /** 1 credits the client, −1 debits, 0 until chosen. */
    sign: favour === null ? 0 : favour === "client" ? 1 : -1,
    field: {
      label: t(isOpening ? "manual.openingDirection" : "manual.direction"),
      choices,
      value: favour,
      onChange: setFavour,
    },
  }
}
