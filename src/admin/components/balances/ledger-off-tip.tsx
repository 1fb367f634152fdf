import { InlineTip } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { useLedgerSettings } from "../../hooks/settings"
import { useWords } from "../../hooks/use-words"
import { SETTINGS_PATH } from "../../lib/paths"

/** Balances that stand still for a reason say so. */
export const LedgerOffTip = () => {
  const t = useWords()
  const { data } = useLedgerSettings()
  if (!data || data.settings.enabled) return null
  return (
    <InlineTip variant="warning" label={t("list.off.label")}>
      {t("list.off.text")}{" "}
      <Link to={SETTINGS_PATH} className="text-ui-fg-interactive">
        {t("list.off.link")}
      </Link>
    </InlineTip>
  )
}
