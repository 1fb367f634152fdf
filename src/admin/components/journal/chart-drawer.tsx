import { Plus } from "@medusajs/icons"
import { Button, Input, Text } from "@medusajs/ui"
import { useState } from "react"
import type { AdminJournalSettings } from "../../../types/http"
import { useUpdateJournalSettings } from "../../hooks/journal"
import { useChartForm } from "../../hooks/use-chart-form"
import { useSaving } from "../../hooks/use-saving"
import { useUseWords } from "../../hooks/use-use-words"
import { useWords } from "../../hooks/use-words"
import { Field } from "../common/field"
import { FormDrawer } from "../common/form-drawer"
import { ChartAccountField } from "./chart-account-field"
import { OwnAccountFields } from "./own-account-fields"

type ChartDrawerProps = { settings: AdminJournalSettings; onClose: () => void }

export const ChartDrawer = ({ settings, onClose }: ChartDrawerProps) => {
  const t = useWords()
  const nameOf = useUseWords()
  const form = useChartForm(settings)
  const [isChecked, setIsChecked] = useState(false)
  const update = useUpdateJournalSettings(useSaving(onClose))
  const submit = () => {
    setIsChecked(true)
    if (form.isValid) update.mutate(form.changes())
  }
  return (
    <FormDrawer
      title={t("journal.chartTitle")}
      hint={t("journal.chartHint")}
      submitLabel={t("actions.save")}
      isPending={update.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={t("journal.siren")} hint={t("journal.sirenHint")} optional>
        {(control) => (
          <Input
            {...control}
            inputMode="numeric"
            value={form.siren}
            onChange={(event) => form.setSiren(event.target.value)}
          />
        )}
      </Field>
      {form.uses.map(([use, account]) => (
        <ChartAccountField
          key={use}
          label={nameOf(use)}
          account={account}
          isChecked={isChecked}
          onChange={(changed) => form.change(use, changed)}
        />
      ))}
      <div className="flex flex-col gap-y-4">
        <div>
          <Text size="small" weight="plus">
            {t("journal.own")}
          </Text>
          <Text size="small" className="text-ui-fg-subtle">
            {t("journal.ownHint")}
          </Text>
        </div>
        {form.own.map((row) => (
          <OwnAccountFields
            key={row.id}
            row={row}
            isChecked={isChecked}
            onChange={form.changeOwn}
            onRemove={() => form.removeOwn(row.id)}
          />
        ))}
        <Button
          type="button"
          variant="secondary"
          size="small"
          className="self-start"
          onClick={form.addOwn}
        >
          <Plus />
          {t("journal.add")}
        </Button>
      </div>
    </FormDrawer>
  )
}
