import { createDataTableColumnHelper, StatusBadge, Text } from "@medusajs/ui"
import { useMemo } from "react"
import type { AdminClientMail } from "../../../types/http"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { mailColors } from "../../lib/status"
import { SendAgain } from "./send-again"

const helper = createDataTableColumnHelper<AdminClientMail>()

/** On a phone: what and when, and what became of it. */
export const useMailColumns = (accountId: string, wide: boolean) => {
  const t = useWords()
  const { dateTime } = useFormat()
  return useMemo(() => {
    const date = helper.accessor("created_at", {
      header: t("common.date"),
      cell: ({ getValue }) => dateTime(getValue()),
    })
    const what = helper.accessor("kind", {
      header: t("mail.what"),
      cell: ({ row: { original: mail } }) => <MailText mail={mail} wide={wide} />,
    })
    const status = helper.accessor("status", {
      header: t("common.state"),
      cell: ({ row: { original: mail } }) => (
        <div className="flex flex-wrap items-center gap-2 py-2">
          <StatusBadge color={mailColors[mail.status]} className="whitespace-nowrap">
            {t(`mail.status.${mail.status}`)}
          </StatusBadge>
          {mail.can_send_again && <SendAgain accountId={accountId} mailId={mail.id} />}
        </div>
      ),
    })
    return wide ? [date, what, status] : [what, status]
  }, [t, dateTime, accountId, wide])
}

const MailText = ({ mail, wide }: { mail: AdminClientMail; wide: boolean }) => {
  const t = useWords()
  const { date, dateTime } = useFormat()
  const what = mail.period
    ? t("mail.statementOf", { from: date(mail.period.from), to: date(mail.period.to) })
    : t(`mail.kind.${mail.kind}`)
  const trouble = mail.status === "sending" && mail.can_send_again ? t("mail.lost") : mail.error
  const facts = [
    !wide && dateTime(mail.created_at),
    mail.to && t("mail.to", { email: mail.to }),
    mail.actor?.email && t("mail.by", { email: mail.actor.email }),
  ]
  return (
    <div className="min-w-0 whitespace-normal py-2">
      <Text size="small" weight="plus" leading="compact">
        {what}
      </Text>
      {mail.subject && (
        <Text size="small" leading="compact" className="text-ui-fg-subtle break-words">
          {mail.subject}
        </Text>
      )}
      <Text size="xsmall" className="text-ui-fg-muted break-words">
        {facts.filter(Boolean).join(" · ")}
      </Text>
      {trouble && (
        <Text size="xsmall" className="text-ui-fg-error break-words">
          {trouble}
        </Text>
      )}
    </div>
  )
}
