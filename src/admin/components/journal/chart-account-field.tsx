import { Hint, Input, Label } from "@medusajs/ui"
import { useId } from "react"
import type { AdminJournalAccount } from "../../../types/http"
import { isAccountNumber } from "../../hooks/use-chart-form"
import { useWords } from "../../hooks/use-words"

type ChartAccountFieldProps = {
  label: string
  account: AdminJournalAccount
  isChecked: boolean
  onChange: (account: AdminJournalAccount) => void
}

/** An account's number and name, in one line. */
export const ChartAccountField = ({
  label,
  account,
  isChecked,
  onChange,
}: ChartAccountFieldProps) => {
  const t = useWords()
  const id = useId()
  const numberError = isChecked && !isAccountNumber(account.number)
  const nameError = isChecked && !account.name.trim()
  return (
    <div className="flex flex-col space-y-2">
      <Label htmlFor={id} size="small" weight="plus">
        {label}
      </Label>
      <div className="grid grid-cols-[7rem_1fr] gap-x-2">
        <Input
          id={id}
          inputMode="numeric"
          aria-label={`${label}: ${t("journal.number")}`}
          aria-invalid={numberError || undefined}
          value={account.number}
          onChange={(event) => onChange({ ...account, number: event.target.value })}
        />
        <Input
          aria-label={`${label}: ${t("journal.name")}`}
          aria-invalid={nameError || undefined}
          value={account.name}
          onChange={(event) => onChange({ ...account, name: event.target.value })}
        />
      </div>
      {(numberError || nameError) && (
        <Hint variant="error" role="alert">
          {t(numberError ? "journal.numberError" : "journal.nameError")}
        </Hint>
      )}
    </div>
  )
}
