import { toast } from "@medusajs/ui"
import { useFailureToast } from "./use-failure-toast"
import { useWords } from "./use-words"

/** What a form that saves settings says of its saving, before it closes or stays open with what went wrong. */
export const useSaving = (onClose: () => void) => {
  const t = useWords()
  const onError = useFailureToast()
  return {
    onSuccess: () => {
      toast.success(t("settings.saved"))
      onClose()
    },
    onError,
  }
}
