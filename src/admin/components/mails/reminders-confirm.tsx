import { Button, Prompt } from "@medusajs/ui"
import { useWords } from "../../hooks/use-words"

type RemindersConfirmProps = { count: number; onConfirm: () => void; onClose: () => void }

/** A mail can't be taken back. */
export const RemindersConfirm = ({ count, onConfirm, onClose }: RemindersConfirmProps) => {
  const t = useWords()
  return (
    <Prompt open onOpenChange={(open) => !open && onClose()}>
      <Prompt.Content className="max-sm:max-w-[calc(100%-32px)]">
        <Prompt.Header>
          <Prompt.Title>{t("mail.reminders.confirm", { count })}</Prompt.Title>
          <Prompt.Description>{t("mail.reminders.confirmText")}</Prompt.Description>
        </Prompt.Header>
        <Prompt.Footer>
          <Button size="small" variant="secondary" onClick={onClose}>
            {t("actions.cancel")}
          </Button>
          <Button size="small" onClick={onConfirm}>
            {t("mail.reminders.submit")}
          </Button>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}
