import { useState } from "react"
import type { AdminClientLedgerSettings } from "../../../types/http"
import { useUpdateLedgerSettings } from "../../hooks/settings"
import { useAmount } from "../../hooks/use-amount"
import { useSaving } from "../../hooks/use-saving"
import { useWords } from "../../hooks/use-words"
import { dayOf, isoDay } from "../../lib/locale"
import { AmountField } from "../common/amount-field"
import { DateField } from "../common/date-field"
import { FormDrawer } from "../common/form-drawer"
import { NumberField } from "../common/number-field"

type LedgerDrawerProps = {
  settings: AdminClientLedgerSettings
  /** Asks from which date orders count, then switches the ledger on. */
  switchesOn: boolean
  onClose: () => void
}

export const LedgerDrawer = ({ settings, switchesOn, onClose }: LedgerDrawerProps) => {
  const t = useWords()
  const stands = isoDay(new Date(settings.ledger_starts_at))
  const [startsOn, setStartsOn] = useState(switchesOn ? isoDay(new Date()) : stands)
  const [dueDays, setDueDays] = useState(String(settings.due_days))
  const cashLimit = useOptionalAmount(settings.cash_limit)
  const confirmAbove = useOptionalAmount(settings.confirm_above)
  const topUpMax = useOptionalAmount(settings.top_up_max)
  const [isChecked, setIsChecked] = useState(false)
  const update = useUpdateLedgerSettings(useSaving(onClose))
  const daysError = /^\d{1,4}$/.test(dueDays) ? undefined : t("settings.ledger.invalidDays")

  const submit = () => {
    setIsChecked(true)
    if (!startsOn || daysError || cashLimit.error || confirmAbove.error || topUpMax.error) return
    update.mutate({
      due_days: Number(dueDays),
      cash_limit: cashLimit.value,
      confirm_above: confirmAbove.value,
      top_up_max: topUpMax.value,
      // The day begins at midnight where the administrator is. One that stands isn't moved to midnight.
      ...(startsOn !== stands && { ledger_starts_at: dayOf(startsOn).toISOString() }),
      ...(switchesOn && { enabled: true }),
    })
  }

  return (
    <FormDrawer
      title={t(switchesOn ? "settings.ledger.onTitle" : "settings.ledger.editTitle")}
      hint={switchesOn ? t("settings.ledger.onText") : undefined}
      submitLabel={switchesOn ? t("settings.ledger.switchOn") : t("actions.save")}
      isPending={update.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <DateField
        label={t("settings.ledger.startsAt")}
        value={startsOn}
        onChange={setStartsOn}
        hint={t("settings.ledger.startsAtHint")}
        error={isChecked && !startsOn ? t("error.dateMissing") : undefined}
      />
      <NumberField
        label={t("settings.ledger.dueDaysLabel")}
        hint={t("settings.ledger.dueDaysHint")}
        error={isChecked ? daysError : undefined}
        value={dueDays}
        onChange={setDueDays}
        inputMode="numeric"
      />
      <AmountField
        label={t("closing.cashLimitLabel")}
        currency="eur"
        value={cashLimit.text}
        onChange={cashLimit.setText}
        hint={t("closing.cashLimitHint")}
        error={isChecked ? cashLimit.error : undefined}
      />
      <NumberField
        label={t("settings.ledger.confirmAboveLabel")}
        hint={t("settings.ledger.confirmAboveHint")}
        error={isChecked ? confirmAbove.error : undefined}
        value={confirmAbove.text}
        onChange={confirmAbove.setText}
      />
      <NumberField
        label={t("topUp.maxLabel")}
        hint={t("topUp.maxHint")}
        error={isChecked ? topUpMax.error : undefined}
        value={topUpMax.text}
        onChange={topUpMax.setText}
      />
    </FormDrawer>
  )
}

/** An amount in euros, or in a currency with as many digits; empty for none. */
const useOptionalAmount = (stands: number | null) => {
  const amount = useAmount("eur", stands ?? 0)
  return { ...amount, error: amount.text.trim() ? amount.error : undefined }
}
