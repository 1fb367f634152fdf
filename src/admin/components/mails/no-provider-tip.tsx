import { InlineTip } from "@medusajs/ui"
import { useWords } from "../../hooks/use-words"

/** What to do before the first mail can be sent. */
export const NoProviderTip = () => {
  const t = useWords()
  return (
    <InlineTip variant="warning" label={t("mail.noProvider")}>
      {t("mail.noProviderText")}
    </InlineTip>
  )
}
