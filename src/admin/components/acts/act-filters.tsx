import { DatePicker, Select } from "@medusajs/ui"
import type { ActFilter } from "../../hooks/acts"
import { useActPeople } from "../../hooks/acts"
import { useActWords } from "../../hooks/use-act-words"
import { useWords } from "../../hooks/use-words"
import { dayOf, isoDay } from "../../lib/locale"

type ActFiltersProps = { filter: ActFilter; change: (filter: ActFilter) => void }

const ALL = "all"

const KINDS = [
  ...["receipt", "payout", "reversal", "receipt_correction", "adjustment", "write_off"],
  ...["opening_balance", "transfer", "bank_fee", "client_import", "closing", "cheque_deposit_made"],
  ...["cheque_deposit", "statement_mail", "reminder_mail", "settings", "journal", "debt_policy"],
  ...["reminders", "bank_statement", "bank_line_accepted", "bank_line_set_aside"],
  ...["bank_line_brought_back"],
  "archive",
]

/** Who, what, and between which days. */
export const ActFilters = ({ filter, change }: ActFiltersProps) => {
  const t = useWords()
  const words = useActWords()
  const { data } = useActPeople()
  const people = data?.people ?? []
  const set = (part: ActFilter) => change({ ...filter, ...part })
  return (
    <div className="grid grid-cols-2 gap-2 md:flex md:items-center">
      <Choice
        label={t("acts.who")}
        all={t("acts.anyone")}
        value={filter.actor_id}
        options={people.map(({ id, email }) => ({ value: id, label: email ?? t("acts.gone") }))}
        onChange={(actor_id) => set({ actor_id })}
      />
      <Choice
        label={t("acts.what")}
        all={t("acts.anything")}
        value={filter.kind}
        options={KINDS.map((kind) => ({ value: kind, label: words.kind(kind) }))}
        onChange={(kind) => set({ kind })}
      />
      {(["from", "to"] as const).map((end) => (
        <DatePicker
          key={end}
          aria-label={t(`acts.${end}`)}
          size="small"
          granularity="day"
          value={filter[end] ? dayOf(filter[end]) : null}
          onChange={(date) => set({ [end]: date ? isoDay(date) : undefined })}
        />
      ))}
    </div>
  )
}

type ChoiceProps = {
  label: string
  all: string
  value: string | undefined
  options: { value: string; label: string }[]
  onChange: (value: string | undefined) => void
}

const Choice = ({ label, all, value, options, onChange }: ChoiceProps) => (
  <Select
    size="small"
    value={value ?? ALL}
    onValueChange={(chosen) => onChange(chosen === ALL ? undefined : chosen)}
  >
    <Select.Trigger aria-label={label} className="md:w-48">
      <Select.Value />
    </Select.Trigger>
    <Select.Content>
      <Select.Item value={ALL}>{all}</Select.Item>
      {options.map((option) => (
        <Select.Item key={option.value} value={option.value}>
          {option.label}
        </Select.Item>
      ))}
    </Select.Content>
  </Select>
)
