import { Button, StatusBadge, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"
import type { AdminBankLine, AdminClientProposal, AdminPaperProposal } from "../../../types/http"
import { useAcceptBankLines, useJudgeBankLine } from "../../hooks/bank"
import { useAttemptKey } from "../../hooks/use-attempt-key"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useFormat } from "../../hooks/use-format"
import { useMatchWords } from "../../hooks/use-match-words"
import { useMay } from "../../hooks/use-may"
import { useWords } from "../../hooks/use-words"
import { accountPath } from "../../lib/paths"
import { Allowed } from "../common/allowed"
import { ChooseDrawer } from "./choose-drawer"

/** The likeliest, with the reasons; the others are one tap away. */
export const LineProposal = ({ line }: { line: AdminBankLine }) => {
  const t = useWords()
  const may = useMay()
  const { money } = useFormat()
  const [isChoosing, setIsChoosing] = useState(false)
  const [paper] = line.papers
  const [client] = line.clients
  // A slip's amount is rarely a client's; a reference is never a slip's.
  const isPaper = paper && !client?.reasons.some((reason) => reason.endsWith("reference"))
  const label = line.counterparty ?? line.label
  return (
    <div className="bg-ui-bg-subtle flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-lg px-3 py-2">
      {isPaper && <PaperProposal line={line} paper={paper} />}
      {!isPaper && client && <ClientProposal line={line} client={client} />}
      {!isPaper && !client && (
        <Text size="small" className="text-ui-fg-muted">
          {t("bank.nobody")}
        </Text>
      )}
      {may("record") && (
        <Button
          size="small"
          variant="transparent"
          aria-label={t("bank.chooseFor", {
            amount: money(line.amount, line.currency_code),
            label,
          })}
          onClick={() => setIsChoosing(true)}
        >
          {t("bank.choose")}
        </Button>
      )}
      {isChoosing && <ChooseDrawer line={line} onClose={() => setIsChoosing(false)} />}
    </div>
  )
}

type ClientProposalProps = { line: AdminBankLine; client: AdminClientProposal }

const ClientProposal = ({ line, client }: ClientProposalProps) => {
  const t = useWords()
  const words = useMatchWords()
  const keyOf = useAttemptKey()
  const accept = useAcceptBankLines({
    onSuccess: ({ receipts }) => toast.success(t("bank.accepted", { count: receipts.length })),
    onError: useFailureToast(),
  })
  const name = client.customer_name ?? t("common.unnamed")
  const submit = () => {
    const { client_account_id } = client
    const body = { lines: [{ bank_line_id: line.id, client_account_id }] }
    accept.mutate({ body, idempotencyKey: keyOf(body) })
  }
  return (
    <>
      <div className="min-w-0 flex-1 basis-48">
        <div className="flex items-center gap-x-2">
          <Link
            to={accountPath(client.client_account_id)}
            className="txt-compact-small-plus hover:text-ui-fg-interactive truncate"
          >
            {name}
          </Link>
          {client.exact && <StatusBadge color="green">{t("bank.exact")}</StatusBadge>}
        </div>
        <Text size="xsmall" className="text-ui-fg-subtle break-words">
          {words.reasons(client)}
        </Text>
      </div>
      <Accept to="record" line={line} name={name} isPending={accept.isPending} onClick={submit} />
    </>
  )
}

type PaperProposalProps = { line: AdminBankLine; paper: AdminPaperProposal }

const PaperProposal = ({ line, paper }: PaperProposalProps) => {
  const t = useWords()
  const { date } = useFormat()
  const isSlip = paper.kind === "cheque_deposit"
  const name = t(isSlip ? "bank.slip" : "bank.terminal", { number: paper.number })
  const judge = useJudgeBankLine(line.id, {
    onSuccess: () => toast.success(name, { description: t("bank.matched") }),
    onError: useFailureToast(),
  })
  const submit = () =>
    judge.mutate(
      isSlip
        ? { act: "match", cheque_deposit_id: paper.id }
        : { act: "match", closing_id: paper.id }
    )
  return (
    <>
      <div className="min-w-0 flex-1 basis-48">
        <Text size="small" leading="compact" weight="plus">
          {name}
        </Text>
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t("bank.paperReason", { date: date(paper.day) })}
        </Text>
      </div>
      <Accept to="close" line={line} name={name} isPending={judge.isPending} onClick={submit} />
    </>
  )
}

type AcceptProps = {
  to: "record" | "close"
  line: AdminBankLine
  name: string
  isPending: boolean
  onClick: () => void
}

const Accept = ({ to, line, name, isPending, onClick }: AcceptProps) => {
  const t = useWords()
  const { money } = useFormat()
  const amount = money(line.amount, line.currency_code)
  return (
    <Allowed to={to}>
      <Button
        size="small"
        variant="secondary"
        aria-label={t("bank.acceptFor", { name, amount })}
        isLoading={isPending}
        onClick={onClick}
      >
        {t("bank.accept")}
      </Button>
    </Allowed>
  )
}
