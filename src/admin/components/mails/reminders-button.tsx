import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useReminders } from "../../hooks/mails"
import { useWords } from "../../hooks/use-words"
import { BatchFrame } from "../batch/batch-frame"
import { LoadError } from "../common/load-error"
import { RemindersModal } from "./reminders-modal"

/** Opens the reminders that are to be sent today. */
export const RemindersButton = () => {
  const t = useWords()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button size="small" variant="secondary" onClick={() => setIsOpen(true)}>
        {t("mail.reminders.open")}
      </Button>
      {isOpen && <OpenReminders onClose={() => setIsOpen(false)} />}
    </>
  )
}

const OpenReminders = ({ onClose }: { onClose: () => void }) => {
  const t = useWords()
  const { data, error, refetch } = useReminders()
  // What is sent meanwhile, by this person too, mustn't take lines away under the fingers.
  const [first, setFirst] = useState<typeof data>()
  if (data && !first) setFirst(data)
  if (first) return <RemindersModal list={first} onClose={onClose} />
  if (!error) return null
  return (
    <BatchFrame
      title={t("mail.reminders.title")}
      hint=""
      isPending={false}
      onClose={onClose}
      footer={null}
    >
      <LoadError error={error} onRetry={() => void refetch()} />
    </BatchFrame>
  )
}
