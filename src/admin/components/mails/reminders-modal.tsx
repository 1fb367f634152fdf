import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import type { AdminReminderListResponse, AdminSendRemindersResponse } from "../../../types/http"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useReminderPicks } from "../../hooks/use-reminder-picks"
import { useSendReminders } from "../../hooks/use-send-reminders"
import { useWords } from "../../hooks/use-words"
import { BatchFrame } from "../batch/batch-frame"
import { NoProviderTip } from "./no-provider-tip"
import { PickAll, ReminderRow } from "./reminder-row"
import { RemindersConfirm } from "./reminders-confirm"
import { RemindersReport } from "./reminders-report"
import { SkippedReminders } from "./skipped-reminders"

type RemindersModalProps = { list: AdminReminderListResponse; onClose: () => void }

/** Who gets what, before anything is sent: each can be read and unticked. */
export const RemindersModal = ({ list, onClose }: RemindersModalProps) => {
  const t = useWords()
  const picks = useReminderPicks(list.reminders)
  const [isConfirming, setIsConfirming] = useState(false)
  const [report, setReport] = useState<AdminSendRemindersResponse | null>(null)
  const send = useSendReminders({ onSuccess: setReport, onError: useFailureToast() })
  const submit = () => {
    setIsConfirming(false)
    send.mutate(picks.ids)
  }
  if (report) {
    return <RemindersReport report={report} reminders={list.reminders} onClose={onClose} />
  }
  const count = picks.ids.length
  return (
    <BatchFrame
      title={t("mail.reminders.title")}
      hint={picks.due.length ? t("mail.reminders.hint") : ""}
      isPending={send.isPending}
      onClose={onClose}
      footer={
        <>
          <Text size="small" className="mr-auto tabular-nums" role="status">
            {send.isPending
              ? t("mail.reminders.progress", { done: send.done, total: count })
              : t("mail.reminders.selected", { count, amount: picks.total })}
          </Text>
          <Button
            size="small"
            disabled={!count || !list.can_send}
            isLoading={send.isPending}
            onClick={() => setIsConfirming(true)}
          >
            {t("mail.reminders.submit")}
          </Button>
        </>
      }
    >
      {!list.can_send && <NoProviderTip />}
      {picks.due.length ? (
        <div>
          {picks.due.length > 1 && <PickAll picks={picks} />}
          <ul className="divide-y">
            {picks.due.map((reminder) => (
              <ReminderRow key={reminder.client_account_id} reminder={reminder} picks={picks} />
            ))}
          </ul>
        </div>
      ) : (
        <Text>{t("mail.reminders.nobody")}</Text>
      )}
      <SkippedReminders reminders={picks.skipped} />
      {isConfirming && (
        <RemindersConfirm count={count} onConfirm={submit} onClose={() => setIsConfirming(false)} />
      )}
    </BatchFrame>
  )
}
