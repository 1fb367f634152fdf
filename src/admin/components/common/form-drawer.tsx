import { Button, Drawer, Heading } from "@medusajs/ui"
import type { FormEvent, ReactNode } from "react"
import { useWords } from "../../hooks/use-words"

type FormDrawerProps = {
  title: string
  hint?: string
  submitLabel: string
  isPending: boolean
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
}

/**
 * A form in a drawer, open for as long as it is mounted. It doesn't close while it is sending:
 * the answer may ask to try again, with the same key.
 */
export const FormDrawer = ({
  title,
  hint,
  submitLabel,
  isPending,
  onSubmit,
  onClose,
  children,
}: FormDrawerProps) => {
  const t = useWords()
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    // A drawer lives inside a page that may be a form itself, as React sees it.
    event.stopPropagation()
    if (!isPending) onSubmit()
  }
  return (
    <Drawer open onOpenChange={(open) => !open && !isPending && onClose()}>
      <Drawer.Content {...(!hint && { "aria-describedby": undefined })}>
        <Drawer.Header>
          <Drawer.Title asChild>
            <Heading>{title}</Heading>
          </Drawer.Title>
          {hint && (
            <Drawer.Description className="text-ui-fg-subtle txt-small">{hint}</Drawer.Description>
          )}
        </Drawer.Header>
        <form onSubmit={handleSubmit} noValidate className="flex flex-1 flex-col overflow-hidden">
          <Drawer.Body className="flex flex-1 flex-col gap-y-6 overflow-y-auto">
            {children}
          </Drawer.Body>
          <Drawer.Footer>
            <Drawer.Close asChild>
              <Button type="button" variant="secondary" size="small" disabled={isPending}>
                {t("actions.cancel")}
              </Button>
            </Drawer.Close>
            <Button type="submit" size="small" isLoading={isPending}>
              {submitLabel}
            </Button>
          </Drawer.Footer>
        </form>
      </Drawer.Content>
    </Drawer>
  )
}
