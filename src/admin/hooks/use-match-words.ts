import type { AdminClientProposal } from "../../types/http"
import { useWords } from "./use-words"

/** What speaks for a client, as a person would say it: "Its reference is his, he owes exactly this". */
export const useMatchWords = () => {
  const t = useWords()
  return {
    reasons: ({ reasons, order_display_id: order }: AdminClientProposal): string => {
      const said = reasons.map((reason) => {
        const isOfOrder = reason === "order_reference" || reason === "order_owes_exactly"
        const named = isOfOrder && order !== null && t("common.orderNumber", { number: order })
        return [t(`bank.reason.${reason}`), named && `(${named})`].filter(Boolean).join(" ")
      })
      const sentence = said.join(", ")
      return sentence.charAt(0).toUpperCase() + sentence.slice(1)
    },
  }
}
