import { ArrowDownTray, XCircle } from "@medusajs/icons"
import { Button, Container, Heading, StatusBadge, toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import type { AdminChequeDepositDetails } from "../../../types/http"
import { useAdvanceDeposit, useDepositPdf } from "../../hooks/cheques"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useFormat } from "../../hooks/use-format"
import { useMay } from "../../hooks/use-may"
import { useWords } from "../../hooks/use-words"
import { saveFile } from "../../lib/download"
import { depositColors } from "../../lib/status"
import { ActionMenu } from "../common/action-menu"
import { Row } from "../common/row"
import { DayDrawer } from "./day-drawer"

type DepositProps = { deposit: AdminChequeDepositDetails }

/** What a slip comes to, where it is on its way, and the next thing to do with it. */
export const DepositHeader = ({ deposit }: DepositProps) => {
  const t = useWords()
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 px-6 py-4">
        <div className="flex items-center gap-x-3">
          <Heading>{t("cheque.numbered", { number: deposit.number })}</Heading>
          <StatusBadge color={depositColors[deposit.status]} className="whitespace-nowrap">
            {t(`cheque.status.${deposit.status}`)}
          </StatusBadge>
        </div>
        <div className="flex items-center gap-x-2">
          <PdfButton deposit={deposit} />
          <NextAct deposit={deposit} />
          <CancelMenu deposit={deposit} />
        </div>
      </div>
      <Facts deposit={deposit} />
    </Container>
  )
}

const Facts = ({ deposit }: DepositProps) => {
  const t = useWords()
  const { money, date } = useFormat()
  const write = (amount: number) => money(amount, deposit.currency_code)
  const facts: [string, string | null][] = [
    [t("cheque.total"), write(deposit.total)],
    [t("cheque.count"), String(deposit.count)],
    [t("cheque.creditedTotal"), deposit.cleared ? write(deposit.cleared) : null],
    [t("cheque.bouncedTotal"), deposit.bounced ? write(deposit.bounced) : null],
    [t("cheque.depositedOn"), deposit.deposited_on && date(deposit.deposited_on)],
    [t("cheque.canceledOn"), deposit.canceled_at && date(deposit.canceled_at)],
    [t("cheque.date"), date(deposit.created_at)],
    [t("cheque.by"), deposit.actor?.email ?? t("common.automatic")],
    [t("common.note"), deposit.note],
  ]
  return facts.map(
    ([label, value]) =>
      value !== null && (
        <Row key={label} title={label}>
          {value}
        </Row>
      )
  )
}

const PdfButton = ({ deposit }: DepositProps) => {
  const t = useWords()
  const { language } = useFormat()
  const name = `${t("cheque.fileName")}-${deposit.number}-${deposit.currency_code}.pdf`
  const pdf = useDepositPdf(deposit.id, {
    onSuccess: (content) => saveFile(content, name),
    onError: useFailureToast(),
  })
  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={pdf.isPending}
      onClick={() => pdf.mutate(language)}
    >
      <ArrowDownTray />
      {t("cheque.pdf")}
    </Button>
  )
}

/** An open slip goes to the bank; what is deposited gets credited. */
const NextAct = ({ deposit }: DepositProps) => {
  const t = useWords()
  const [isOpen, setIsOpen] = useState(false)
  const may = useMay()
  if (!may("close") || (deposit.status !== "open" && deposit.status !== "deposited")) return null
  const act = deposit.status === "open" ? "deposit" : "clear"
  return (
    <>
      <Button size="small" onClick={() => setIsOpen(true)}>
        {t(`cheque.${act}`)}
      </Button>
      {isOpen && <DayDrawer deposit={deposit} act={act} onClose={() => setIsOpen(false)} />}
    </>
  )
}

const CancelMenu = ({ deposit: { id, number, status } }: DepositProps) => {
  const t = useWords()
  const may = useMay()
  const prompt = usePrompt()
  const advance = useAdvanceDeposit(id, {
    onSuccess: () => toast.success(t("cheque.canceled", { number })),
    onError: useFailureToast(),
  })
  const cancel = async () => {
    const confirmed = await prompt({
      title: t("cheque.cancelTitle", { number }),
      description: t("cheque.cancelText"),
      confirmText: t("cheque.cancel"),
      cancelText: t("actions.close"),
    })
    if (confirmed) advance.mutate({ act: "cancel" })
  }
  if (status !== "open" || !may("close")) return null
  return (
    <ActionMenu
      groups={[[{ icon: <XCircle />, label: t("cheque.cancel"), onClick: () => void cancel() }]]}
    />
  )
}
