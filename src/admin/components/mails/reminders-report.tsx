import { CheckCircleSolid, ExclamationCircleSolid, MinusCircle } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import type {
  AdminClientMail,
  AdminReminder,
  AdminSendRemindersResponse,
} from "../../../types/http"
import { useAccountWords } from "../../hooks/use-account-words"
import { useWords } from "../../hooks/use-words"
import { BatchFrame } from "../batch/batch-frame"

type RemindersReportProps = {
  report: AdminSendRemindersResponse
  reminders: AdminReminder[]
  onClose: () => void
}

/** What became of each reminder: what went wrong comes first. */
export const RemindersReport = ({ report, reminders, onClose }: RemindersReportProps) => {
  const t = useWords()
  const words = useAccountWords()
  const names = new Map(reminders.map((each) => [each.client_account_id, words.name(each)]))
  const nameOf = (accountId: string) => names.get(accountId) ?? t("common.unnamed")
  const isSent = ({ status }: AdminClientMail) => status === "sent"
  const sent = report.client_mails.filter(isSent)
  const unsent = report.client_mails.filter((mail) => !isSent(mail))
  return (
    <BatchFrame
      title={t("mail.reminders.done", { count: sent.length })}
      hint={unsent.length ? t("mail.reminders.notSent", { count: unsent.length }) : ""}
      isPending={false}
      onClose={onClose}
      footer={
        <Button size="small" onClick={onClose}>
          {t("actions.close")}
        </Button>
      }
    >
      <ul className="divide-y">
        {unsent.map((mail) => (
          <Line
            key={mail.id}
            icon={<ExclamationCircleSolid className="text-ui-tag-red-icon shrink-0" />}
            name={nameOf(mail.client_account_id)}
            detail={unsentText(t, mail)}
          />
        ))}
        {report.skipped.map(({ client_account_id, reason }) => (
          <Line
            key={client_account_id}
            icon={<MinusCircle className="text-ui-fg-muted shrink-0" />}
            name={nameOf(client_account_id)}
            detail={t(`mail.skip.${reason}`)}
          />
        ))}
        {sent.map((mail) => (
          <Line
            key={mail.id}
            icon={<CheckCircleSolid className="text-ui-tag-green-icon shrink-0" />}
            name={nameOf(mail.client_account_id)}
            detail={mail.to ?? ""}
          />
        ))}
      </ul>
    </BatchFrame>
  )
}

function unsentText(t: ReturnType<typeof useWords>, { status, error }: AdminClientMail): string {
  if (status === "failed") return t("mail.reminders.failed", { error: error ?? "" })
  if (status === "canceled") return t("mail.reminders.dropped", { error: error ?? "" })
  return t(`mail.status.${status}`)
}

const Line = ({ icon, name, detail }: { icon: ReactNode; name: string; detail: string }) => (
  <li className="flex items-center gap-x-3 py-3">
    {icon}
    <div className="min-w-0 flex-1">
      <Text size="small" weight="plus" className="truncate">
        {name}
      </Text>
      <Text size="xsmall" className="text-ui-fg-muted break-words">
        {detail}
      </Text>
    </div>
  </li>
)
