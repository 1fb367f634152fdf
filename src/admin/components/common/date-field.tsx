import { DatePicker } from "@medusajs/ui"
import { dayOf, isoDay } from "../../lib/locale"
import { Field } from "./field"

type DateFieldProps = {
  label: string
  /** YYYY-MM-DD, or empty. */
  value: string
  onChange: (value: string) => void
  hint?: string
  error?: string
}

export const DateField = ({ label, value, onChange, hint, error }: DateFieldProps) => (
  <Field label={label} hint={hint} error={error}>
    {({ id }) => (
      <DatePicker
        id={id}
        aria-label={label}
        modal
        granularity="day"
        value={value ? dayOf(value) : null}
        onChange={(date) => onChange(date ? isoDay(date) : "")}
        isInvalid={Boolean(error)}
      />
    )}
  </Field>
)
