import { ArrowUturnLeft, XCircle } from "@medusajs/icons"
import { StatusBadge, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"
import type { AdminBankLine } from "../../../types/http"
import { useJudgeBankLine } from "../../hooks/bank"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useFormat } from "../../hooks/use-format"
import { useMay } from "../../hooks/use-may"
import { useWords } from "../../hooks/use-words"
import { accountPath, chequeDepositPath, closingPath } from "../../lib/paths"
import { ActionMenu, type Action } from "../common/action-menu"
import { NotePrompt } from "../common/note-prompt"
import { LineProposal } from "./line-proposal"

/** What the bank wrote, and what it is or may be. */
export const BankLine = ({ line }: { line: AdminBankLine }) => {
  const { signed, date } = useFormat()
  const text = line.counterparty ?? line.label
  return (
    <li className="flex flex-col gap-y-2 px-6 py-3">
      <div className="flex items-start gap-x-4">
        <div className="min-w-0 flex-1">
          <Text size="small" leading="compact" weight="plus" className="break-words">
            {text}
          </Text>
          <Text size="xsmall" className="text-ui-fg-muted break-words">
            {[date(line.booked_on), line.counterparty && line.label].filter(Boolean).join(" · ")}
          </Text>
        </div>
        <Text size="small" weight="plus" className="shrink-0 tabular-nums">
          {signed(line.amount, line.currency_code)}
        </Text>
        <div className="w-7 shrink-0">
          <LineMenu line={line} />
        </div>
      </div>
      {line.state === "open" && line.amount > 0 && <LineProposal line={line} />}
      {line.state === "accepted" && <Accepted line={line} />}
      {line.note && (
        <Text size="small" className="text-ui-fg-subtle break-words">
          “{line.note}”
        </Text>
      )}
    </li>
  )
}

const Accepted = ({ line }: { line: AdminBankLine }) => {
  const t = useWords()
  const number = line.paper_number ?? 0
  const links = [
    line.client_account_id && [
      accountPath(line.client_account_id),
      line.customer_name ?? t("common.unnamed"),
    ],
    line.cheque_deposit_id && [
      chequeDepositPath(line.cheque_deposit_id),
      t("bank.slip", { number }),
    ],
    line.closing_id && [closingPath(line.closing_id), t("bank.terminal", { number })],
  ].filter((link) => Array.isArray(link))
  return (
    <div className="flex items-center gap-x-3">
      <StatusBadge color="green">{t("bank.matched")}</StatusBadge>
      {links.map(([path = "", words]) => (
        <Link key={path} to={path} className="txt-compact-small hover:text-ui-fg-interactive">
          {words}
        </Link>
      ))}
    </div>
  )
}

const LineMenu = ({ line }: { line: AdminBankLine }) => {
  const t = useWords()
  const may = useMay()
  const { signed } = useFormat()
  const [isAsked, setIsAsked] = useState(false)
  const onError = useFailureToast()
  const judge = useJudgeBankLine(line.id, {
    onSuccess: (_, { act }) => {
      setIsAsked(false)
      toast.success(t(act === "set-aside" ? "bank.setAsideDone" : "bank.bringBackDone"))
    },
    onError,
  })
  const label = line.counterparty ?? line.label
  const amount = signed(line.amount, line.currency_code)
  const aside: Action = {
    icon: <XCircle />,
    label: t("bank.setAside"),
    onClick: () => setIsAsked(true),
  }
  const back: Action = {
    icon: <ArrowUturnLeft />,
    label: t("bank.bringBack"),
    onClick: () => judge.mutate({ act: "bring-back" }),
  }
  // A payment is reversed on its client's account, which opens the line again.
  if (!may("record") || line.receipt_id) return null
  return (
    <>
      <ActionMenu
        groups={[[line.state === "open" ? aside : back]]}
        label={`${t("common.actions")}: ${amount}, ${label}`}
      />
      {isAsked && (
        <NotePrompt
          title={t("bank.setAsideTitle")}
          text={t("bank.setAsideText", { amount, label })}
          noteLabel={t("bank.setAsideNote")}
          submitLabel={t("bank.setAside")}
          isPending={judge.isPending}
          onSubmit={(note) => judge.mutate({ act: "set-aside", note })}
          onClose={() => setIsAsked(false)}
        />
      )}
    </>
  )
}
