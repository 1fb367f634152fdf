import { Hint, Label, Text } from "@medusajs/ui"
import { useId, type ReactNode } from "react"
import { useWords } from "../../hooks/use-words"

export type ControlProps = {
  id: string
  "aria-invalid"?: boolean
  "aria-describedby"?: string
}

type FieldProps = {
  label: string
  optional?: boolean
  hint?: string
  error?: string
  children: (control: ControlProps) => ReactNode
}

/** A labelled control with its hint and its error. */
export const Field = ({ label, optional, hint, error, children }: FieldProps) => {
  const t = useWords()
  const id = useId()
  const noteId = `${id}-note`
  return (
    <div className="flex flex-col space-y-2">
      <div className="flex items-center gap-x-1">
        <Label htmlFor={id} size="small" weight="plus">
          {label}
        </Label>
        {optional && (
          <Text size="small" leading="compact" className="text-ui-fg-muted">
            ({t("common.optional")})
          </Text>
        )}
      </div>
      {children({
        id,
        "aria-invalid": error ? true : undefined,
        "aria-describedby": error || hint ? noteId : undefined,
      })}
      {error ? (
        <Hint id={noteId} variant="error" role="alert">
          {error}
        </Hint>
      ) : (
        hint && <Hint id={noteId}>{hint}</Hint>
      )}
    </div>
  )
}
