import { Input } from "@medusajs/ui"
import { Field } from "./field"

type NumberFieldProps = {
  label: string
  hint: string
  value: string
  onChange: (value: string) => void
  error?: string
  inputMode?: "decimal" | "numeric"
}

/** A number that isn't an amount of a known currency: days, or euros where each currency has a limit of its own. */
export const NumberField = ({
  label,
  hint,
  value,
  onChange,
  error,
  inputMode = "decimal",
}: NumberFieldProps) => (
  <Field label={label} hint={hint} error={error}>
    {(control) => (
      <Input
        {...control}
        inputMode={inputMode}
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value.trim())}
      />
    )}
  </Field>
)
