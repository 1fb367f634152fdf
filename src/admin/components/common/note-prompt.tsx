import { Button, Prompt, Textarea } from "@medusajs/ui"
import { useRef, useState, type FormEvent, type ReactNode } from "react"
import { useWords } from "../../hooks/use-words"
import { Field } from "./field"

type NotePromptProps = {
  title: string
  text: ReactNode
  noteLabel: string
  noteHint?: string
  submitLabel: string
  isPending: boolean
  /** With the reason, never empty. */
  onSubmit: (note: string) => void
  onClose: () => void
  /** More fields, told once the form was sent, when what is missing is shown. */
  children?: (isChecked: boolean) => ReactNode
}

/** Asks why, and makes sure: for what can't be taken back. */
export const NotePrompt = ({
  title,
  text,
  noteLabel,
  noteHint,
  submitLabel,
  isPending,
  onSubmit,
  onClose,
  children,
}: NotePromptProps) => {
  const t = useWords()
  const [note, setNote] = useState("")
  const [isChecked, setIsChecked] = useState(false)
  const noteField = useRef<HTMLTextAreaElement>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsChecked(true)
    if (note.trim() && !isPending) onSubmit(note.trim())
  }
  return (
    <Prompt open onOpenChange={(open) => !open && !isPending && onClose()}>
      <Prompt.Content
        className="max-sm:max-w-[calc(100%-32px)]"
        onOpenAutoFocus={(event) => {
          event.preventDefault()
          noteField.current?.focus()
        }}
      >
        <form onSubmit={submit} noValidate>
          <Prompt.Header>
            <Prompt.Title>{title}</Prompt.Title>
            <Prompt.Description>{text}</Prompt.Description>
          </Prompt.Header>
          <div className="flex flex-col gap-y-4 px-6 pt-4">
            <Field
              label={noteLabel}
              hint={noteHint}
              error={isChecked && !note.trim() ? t("error.noteMissing") : undefined}
            >
              {(control) => (
                <Textarea
                  {...control}
                  ref={noteField}
                  rows={2}
                  value={note}
                  onChange={(event) => setNote(event.target.value)}
                />
              )}
            </Field>
            {children?.(isChecked)}
          </div>
          <Prompt.Footer>
            <Prompt.Cancel type="button" disabled={isPending}>
              {t("actions.cancel")}
            </Prompt.Cancel>
            <Button type="submit" size="small" variant="danger" isLoading={isPending}>
              {submitLabel}
            </Button>
          </Prompt.Footer>
        </form>
      </Prompt.Content>
    </Prompt>
  )
}
