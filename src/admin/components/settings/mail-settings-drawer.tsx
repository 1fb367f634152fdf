import { useState } from "react"
import type { AdminClientLedgerSettings } from "../../../types/http"
import { useUpdateLedgerSettings } from "../../hooks/settings"
import { useSaving } from "../../hooks/use-saving"
import { useWords } from "../../hooks/use-words"
import { ChoiceField } from "../common/choice-field"
import { FormDrawer } from "../common/form-drawer"
import { NumberField } from "../common/number-field"

type MailSettingsDrawerProps = { settings: AdminClientLedgerSettings; onClose: () => void }

const isDays = (text: string) => /^\d{1,3}$/.test(text)
/** As typed: comma and dot are both a decimal separator. */
const floorOf = (text: string) =>
  /^\d+([.,]\d{1,2})?$/.test(text) ? Number(text.replace(",", ".")) : null

export const MailSettingsDrawer = ({ settings, onClose }: MailSettingsDrawerProps) => {
  const t = useWords()
  const [minDays, setMinDays] = useState(String(settings.reminder_min_days))
  const [floor, setFloor] = useState(String(settings.reminder_floor))
  const [pauseDays, setPauseDays] = useState(String(settings.reminder_pause_days))
  const [language, setLanguage] = useState(settings.mail_language)
  const [isChecked, setIsChecked] = useState(false)
  const update = useUpdateLedgerSettings(useSaving(onClose))
  const submit = () => {
    setIsChecked(true)
    const reminder_floor = floorOf(floor)
    if (!isDays(minDays) || !isDays(pauseDays) || reminder_floor === null) return
    update.mutate({
      reminder_min_days: Number(minDays),
      reminder_floor,
      reminder_pause_days: Number(pauseDays),
      mail_language: language,
    })
  }
  const daysError = (text: string) =>
    isChecked && !isDays(text) ? t("mail.settings.invalidDays") : undefined
  return (
    <FormDrawer
      title={t("mail.settings.edit")}
      submitLabel={t("actions.save")}
      isPending={update.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <NumberField
        label={t("mail.settings.minDays")}
        hint={t("mail.settings.minDaysHint")}
        value={minDays}
        onChange={setMinDays}
        error={daysError(minDays)}
      />
      <NumberField
        label={t("mail.settings.floor")}
        hint={t("mail.settings.floorHint")}
        value={floor}
        onChange={setFloor}
        error={isChecked && floorOf(floor) === null ? t("mail.settings.invalidFloor") : undefined}
      />
      <NumberField
        label={t("mail.settings.pause")}
        hint={t("mail.settings.pauseHint")}
        value={pauseDays}
        onChange={setPauseDays}
        error={daysError(pauseDays)}
      />
      <ChoiceField
        label={t("mail.settings.languageLabel")}
        value={language}
        onChange={setLanguage}
        choices={[
          { value: "fr", label: t("mail.settings.fr") },
          { value: "en", label: t("mail.settings.en") },
        ]}
      />
    </FormDrawer>
  )
}
