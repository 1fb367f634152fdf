import { toast } from "@medusajs/ui"
import { useWords, type WordKey } from "./use-words"

/** Says what went wrong: the server's own words, or that it can't be reached and what to do then. */
export const useFailureToast = (whenOffline: WordKey = "common.offline") => {
  const t = useWords()
  return (error: Error) => {
    const answered = "status" in error
    toast.error(t("common.failed"), {
      description: answered ? error.message : t(whenOffline),
      duration: 8000,
    })
  }
}
