import { Text } from "@medusajs/ui"
import type { AdminReminder } from "../../../types/http"
import { useAccountWords } from "../../hooks/use-account-words"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"

/** Who is overdue and isn't reminded, and why: in sight for who looks for a name. */
export const SkippedReminders = ({ reminders }: { reminders: AdminReminder[] }) => {
  const t = useWords()
  const words = useAccountWords()
  const { money } = useFormat()
  if (!reminders.length) return null
  return (
    <details className="border-t pt-3">
      <summary className="txt-compact-small-plus cursor-pointer">
        {t("mail.reminders.skipped", { count: reminders.length })}
      </summary>
      <ul className="divide-y pt-2">
        {reminders.map((reminder) => (
          <li
            key={reminder.client_account_id}
            className="flex items-center justify-between gap-x-4 py-2"
          >
            <div className="min-w-0">
              <Text size="small" className="truncate">
                {words.name(reminder)}
              </Text>
              <Text size="xsmall" className="text-ui-fg-muted">
                {reminder.skip && t(`mail.skip.${reminder.skip}`)}
              </Text>
            </div>
            <Text size="small" className="text-ui-fg-subtle tabular-nums">
              {money(reminder.overdue, reminder.currency_code)}
            </Text>
          </li>
        ))}
      </ul>
      <Text size="xsmall" className="text-ui-fg-muted pt-2">
        {t("mail.reminders.rules")}
      </Text>
    </details>
  )
}
