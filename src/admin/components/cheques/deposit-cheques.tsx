import { CheckCircle, XCircle } from "@medusajs/icons"
import { Container, Heading, StatusBadge, Text } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"
import type { AdminChequeDepositDetails, AdminDepositedCheque } from "../../../types/http"
import { useFormat } from "../../hooks/use-format"
import { useMay } from "../../hooks/use-may"
import { useWords } from "../../hooks/use-words"
import { accountPath } from "../../lib/paths"
import { chequeColors } from "../../lib/status"
import { ActionMenu, type Action } from "../common/action-menu"
import { BouncePrompt } from "./bounce-prompt"
import { DayDrawer } from "./day-drawer"

type DepositChequesProps = { deposit: AdminChequeDepositDetails }
type Asked = { act: "clear" | "bounce"; cheque: AdminDepositedCheque }

/** The cheques as they stand on the slip, and what the bank did with each. */
export const DepositCheques = ({ deposit }: DepositChequesProps) => {
  const t = useWords()
  const [asked, setAsked] = useState<Asked | null>(null)
  const close = () => setAsked(null)
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("cheque.count")}</Heading>
      </div>
      <ul className="divide-y">
        {deposit.cheques.map((cheque) => (
          <ChequeLine
            key={cheque.receipt_id}
            cheque={cheque}
            hasMenu={deposit.deposited_on !== null}
            onAsk={setAsked}
          />
        ))}
      </ul>
      {asked?.act === "clear" && (
        <DayDrawer
          deposit={deposit}
          act="clear"
          receiptIds={[asked.cheque.receipt_id]}
          onClose={close}
        />
      )}
      {asked?.act === "bounce" && <BouncePrompt cheque={asked.cheque} onClose={close} />}
    </Container>
  )
}

type ChequeLineProps = {
  cheque: AdminDepositedCheque
  /** Its room is kept on every line, so that amounts stand one under the other. */
  hasMenu: boolean
  onAsk: (asked: Asked) => void
}

const ChequeLine = ({ cheque, hasMenu, onAsk }: ChequeLineProps) => {
  const t = useWords()
  const { money, date } = useFormat()
  const may = useMay()
  const { state } = cheque
  const isForOther = cheque.drawer !== cheque.customer_name
  const details = [
    isForOther && (cheque.customer_name ?? t("common.unnamed")),
    cheque.bank,
    cheque.number,
    t("cheque.receivedOn", { date: date(cheque.value_date) }),
  ]
  const credit: Action = {
    icon: <CheckCircle />,
    label: t("cheque.clear"),
    onClick: () => onAsk({ act: "clear", cheque }),
  }
  const bounce: Action = {
    icon: <XCircle />,
    label: t("cheque.bounce"),
    onClick: () => onAsk({ act: "bounce", cheque }),
  }
  const actions = [
    ...(state === "deposited" && may("close") ? [credit] : []),
    ...(may("reverse") ? [bounce] : []),
  ]
  return (
    <li className="flex items-center gap-x-4 px-6 py-3">
      <div className="min-w-0 flex-1">
        <Link
          to={accountPath(cheque.client_account_id)}
          className="txt-compact-small-plus hover:text-ui-fg-interactive"
        >
          {cheque.drawer || t("common.unnamed")}
        </Link>
        <Text size="xsmall" className="text-ui-fg-muted">
          {details.filter(Boolean).join(" · ")}
        </Text>
      </div>
      <div className="flex shrink-0 flex-col items-end gap-1 md:flex-row-reverse md:items-center md:gap-x-4">
        <Text size="small" weight="plus" className="text-right tabular-nums md:min-w-24">
          {money(cheque.amount, cheque.currency_code)}
        </Text>
        <StatusBadge color={chequeColors[state]} className="whitespace-nowrap">
          {t(`cheque.state.${state}`)}
        </StatusBadge>
      </div>
      {hasMenu && (
        <div className="w-7 shrink-0">
          {(state === "deposited" || state === "cleared") && (
            <ActionMenu groups={[actions]} label={`${t("common.actions")}: ${cheque.drawer}`} />
          )}
        </div>
      )}
    </li>
  )
}
