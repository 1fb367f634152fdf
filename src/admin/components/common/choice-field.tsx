import { Hint, Text, clx } from "@medusajs/ui"
import { useId, type ReactNode } from "react"

export type Choice<TValue extends string> = {
  value: TValue
  label: string
  hint?: string
  icon?: ReactNode
}

type ChoiceFieldProps<TValue extends string> = {
  label: string
  choices: Choice<TValue>[]
  value: TValue | null
  onChange: (value: TValue) => void
  error?: string
}

/** Radio buttons as large as a thumb; arrows move between them and Enter submits the form. */
export const ChoiceField = <TValue extends string>({
  label,
  choices,
  value,
  onChange,
  error,
}: ChoiceFieldProps<TValue>) => {
  const name = useId()
  return (
    <fieldset className="flex flex-col" aria-invalid={error ? true : undefined}>
      <legend className="txt-compact-small-plus mb-2">{label}</legend>
      <div className="grid grid-cols-2 gap-2">
        {choices.map((choice) => (
          <label key={choice.value} className="relative cursor-pointer">
            <input
              type="radio"
              className="peer sr-only"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            <span
              className={clx(
                "shadow-borders-base bg-ui-bg-base hover:bg-ui-bg-base-hover transition-fg flex min-h-12 flex-col justify-center rounded-lg px-3 py-2",
                "peer-checked:shadow-borders-interactive-with-active peer-checked:bg-ui-bg-highlight peer-focus-visible:shadow-borders-interactive-with-focus",
                { "shadow-borders-error": error && !value }
              )}
            >
              <span className="flex items-center gap-x-2">
                {choice.icon && <span className="text-ui-fg-subtle">{choice.icon}</span>}
                <Text size="small" leading="compact" weight="plus" as="span">
                  {choice.label}
                </Text>
              </span>
              {choice.hint && <Hint className="txt-compact-xsmall mt-1">{choice.hint}</Hint>}
            </span>
          </label>
        ))}
      </div>
      {error && (
        <Hint variant="error" role="alert" className="mt-2">
          {error}
        </Hint>
      )}
    </fieldset>
  )
}
