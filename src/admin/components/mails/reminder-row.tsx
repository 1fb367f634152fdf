import { Badge, Button, Checkbox, Label, Text } from "@medusajs/ui"
import { useId, useState } from "react"
import type { AdminReminder } from "../../../types/http"
import { useAccountWords } from "../../hooks/use-account-words"
import { useFormat } from "../../hooks/use-format"
import type { ReminderPicks } from "../../hooks/use-reminder-picks"
import { useWords } from "../../hooks/use-words"

export const PickAll = ({ picks }: { picks: ReminderPicks }) => {
  const t = useWords()
  const id = useId()
  const { length: count } = picks.ids
  return (
    <div className="flex items-center gap-x-3 border-b py-2">
      <Checkbox
        id={id}
        checked={count === picks.due.length || (count > 0 && "indeterminate")}
        onCheckedChange={picks.toggleAll}
      />
      <Label htmlFor={id} size="small" className="text-ui-fg-subtle">
        {t("mail.reminders.all")}
      </Label>
    </div>
  )
}

type ReminderRowProps = { reminder: AdminReminder; picks: ReminderPicks }

/** One client: what is overdue, when he was reminded last, and the mail that he gets. */
export const ReminderRow = ({ reminder, picks }: ReminderRowProps) => {
  const t = useWords()
  const { money, ago } = useFormat()
  const [isRead, setIsRead] = useState(false)
  const { client_account_id: id, overdue_since, last_reminded_at } = reminder
  const name = useAccountWords().name(reminder)
  const facts = [
    overdue_since && t("mail.reminders.since", { ago: ago(overdue_since) }),
    last_reminded_at
      ? t("mail.reminders.last", { ago: ago(last_reminded_at) })
      : t("mail.reminders.never"),
  ]
  return (
    <li className="flex flex-col gap-y-2 py-3">
      <div className="flex items-start gap-x-3">
        <Checkbox
          aria-label={t("mail.reminders.pickOf", { name })}
          className="mt-0.5"
          checked={picks.isPicked(id)}
          onCheckedChange={() => picks.toggle(id)}
        />
        <div className="min-w-0 flex-1">
          <div className="flex items-center gap-x-2">
            <Text size="small" weight="plus" className="truncate">
              {name}
            </Text>
            <Badge size="2xsmall" className="uppercase">
              {reminder.language}
            </Badge>
          </div>
          <Text size="xsmall" className="text-ui-fg-muted truncate">
            {reminder.customer_email}
          </Text>
          <Text size="xsmall" className="text-ui-fg-subtle">
            {facts.filter(Boolean).join(" · ")}
          </Text>
        </div>
        <div className="flex shrink-0 flex-col items-end gap-y-1">
          <Text size="small" weight="plus" className="tabular-nums">
            {money(reminder.overdue, reminder.currency_code)}
          </Text>
          <Button
            size="small"
            variant="transparent"
            className="text-ui-fg-interactive -mr-2"
            aria-expanded={isRead}
            aria-label={t("mail.reminders.readOf", { name })}
            onClick={() => setIsRead(!isRead)}
          >
            {t(isRead ? "mail.reminders.hide" : "mail.reminders.read")}
          </Button>
        </div>
      </div>
      {isRead && <MailPreview {...reminder} />}
    </li>
  )
}

const MailPreview = ({ subject, text }: Pick<AdminReminder, "subject" | "text">) => (
  <div className="bg-ui-bg-subtle rounded-lg border p-4">
    <Text size="small" weight="plus">
      {subject}
    </Text>
    <Text size="small" className="text-ui-fg-subtle mt-2 whitespace-pre-line break-words">
      {text}
    </Text>
  </div>
)
