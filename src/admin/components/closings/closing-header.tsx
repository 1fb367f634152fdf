import { ArrowDownTray } from "@medusajs/icons"
import { Button, Container, Heading, Text } from "@medusajs/ui"
import type { AdminClosingDetails } from "../../../types/http"
import { useClosingFile, type ClosingFormat } from "../../hooks/closings"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { saveFile } from "../../lib/download"
import { Allowed } from "../common/allowed"
import { Row } from "../common/row"

export const ClosingHeader = ({ closing }: { closing: AdminClosingDetails }) => {
  const t = useWords()
  const { money, date, dateTime } = useFormat()
  const currency = closing.currency_code
  const closedAt = dateTime(closing.closed_at)
  const isSameDay = date(closing.day) === date(closing.closed_at)
  const closedWhen = isSameDay ? closedAt : `${date(closing.day)} · ${closedAt}`
  const facts: [string, string][] = [
    [t("closing.net"), money(closing.net, currency)],
    [t("closing.openingFloat"), money(closing.opening_float, currency)],
    [t("closing.cashLeft"), money(closing.cash_left, currency)],
    [t("closing.by"), closing.actor?.email ?? t("common.automatic")],
    ...(closing.note ? [[t("common.note"), closing.note] satisfies [string, string]] : []),
  ]
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3 px-6 py-4">
        <div>
          <Heading>{t("closing.numbered", { number: closing.number })}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {closedWhen}
          </Text>
        </div>
        <Allowed to="export">
          <div className="flex gap-x-2">
            <DownloadButton closing={closing} format="pdf" />
            <DownloadButton closing={closing} format="csv" />
          </div>
        </Allowed>
      </div>
      {facts.map(([label, value]) => (
        <Row key={label} title={label}>
          {value}
        </Row>
      ))}
    </Container>
  )
}

type DownloadButtonProps = { closing: AdminClosingDetails; format: ClosingFormat }

const DownloadButton = ({ closing, format }: DownloadButtonProps) => {
  const t = useWords()
  const { language } = useFormat()
  const name = `${t("closing.fileName")}-${closing.number}-${closing.day}.${format}`
  const file = useClosingFile(closing.id, {
    onSuccess: (content) => saveFile(content, name),
    onError: useFailureToast(),
  })
  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={file.isPending}
      onClick={() => file.mutate({ format, locale: language })}
    >
      <ArrowDownTray />
      {t(`closing.${format}`)}
    </Button>
  )
}
