import { Button, Input } from "@medusajs/ui"
import { OWN_USES, type OwnAccount } from "../../hooks/use-chart-form"
import { useWords } from "../../hooks/use-words"
import { ChoiceSelect } from "../common/choice-select"
import { ChartAccountField } from "./chart-account-field"

type OwnAccountFieldsProps = {
  row: OwnAccount
  isChecked: boolean
  onChange: (row: OwnAccount) => void
  onRemove: () => void
}

/** An account for one rate of VAT, or for one online provider. */
export const OwnAccountFields = ({ row, isChecked, onChange, onRemove }: OwnAccountFieldsProps) => {
  const t = useWords()
  return (
    <div className="shadow-borders-base flex flex-col gap-y-3 rounded-lg p-4">
      <div className="grid grid-cols-2 gap-2">
        <ChoiceSelect
          label={t("journal.ownUse")}
          choices={OWN_USES.map((use) => ({ value: use, label: t(`journal.uses.${use}`) }))}
          value={row.use}
          onChange={(use) => onChange({ ...row, use })}
        />
        <Input
          aria-label={t("journal.ownPart")}
          aria-invalid={(isChecked && !row.part.trim()) || undefined}
          placeholder={t("journal.ownPartHint")}
          value={row.part}
          onChange={(event) => onChange({ ...row, part: event.target.value })}
        />
      </div>
      <ChartAccountField
        label={t("journal.number")}
        account={row}
        isChecked={isChecked}
        onChange={(account) => onChange({ ...row, ...account })}
      />
      <Button
        type="button"
        variant="transparent"
        size="small"
        className="self-start"
        onClick={onRemove}
      >
        {t("journal.remove")}
      </Button>
    </div>
  )
}
