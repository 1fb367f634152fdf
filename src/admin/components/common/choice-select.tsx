import { Select } from "@medusajs/ui"

type ChoiceSelectProps<TValue extends string> = {
  /** Read aloud; what is chosen is what is seen. */
  label: string
  choices: { value: TValue; label: string }[]
  value: TValue | null
  onChange: (value: TValue) => void
  placeholder?: string
  isInvalid?: boolean
}

/** One of a few, in a line of many fields that have no room for labels. */
export const ChoiceSelect = <TValue extends string>({
  label,
  choices,
  value,
  onChange,
  placeholder,
  isInvalid,
}: ChoiceSelectProps<TValue>) => (
  <Select
    value={value ?? ""}
    onValueChange={(chosen) => {
      const choice = choices.find((each) => each.value === chosen)
      if (choice) onChange(choice.value)
    }}
  >
    <Select.Trigger aria-label={label} aria-invalid={isInvalid || undefined}>
      <Select.Value placeholder={placeholder} />
    </Select.Trigger>
    <Select.Content>
      {choices.map((choice) => (
        <Select.Item key={choice.value} value={choice.value}>
          {choice.label}
        </Select.Item>
      ))}
    </Select.Content>
  </Select>
)
