import { Button, toast, usePrompt } from "@medusajs/ui"
import type { AdminBankAccount, AdminBankLine } from "../../../types/http"
import { useAcceptBankLines, useBankLines } from "../../hooks/bank"
import { useAttemptKey } from "../../hooks/use-attempt-key"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useFormat } from "../../hooks/use-format"
import { useMay } from "../../hooks/use-may"
import { useWords } from "../../hooks/use-words"
import { sum } from "../../lib/amount"

/** The most that is accepted at once. */
const MOST = 200

/** All lines whose reference and amount leave no choice, in one go; more than are taken at once come next. */
export const AcceptExact = ({ account }: { account: AdminBankAccount }) => {
  const t = useWords()
  const may = useMay()
  const prompt = usePrompt()
  const { money, currency } = useFormat()
  const keyOf = useAttemptKey()
  const { data } = useBankLines({ exact: true, bank_account_id: account.id, limit: MOST })
  const accept = useAcceptBankLines({
    onSuccess: ({ receipts }) => toast.success(t("bank.accepted", { count: receipts.length })),
    onError: useFailureToast(),
  })
  const lines = data?.bank_lines ?? []
  if (!lines.length || !may("record")) return null
  const acceptAll = async () => {
    const { digits } = currency(account.currency_code)
    const total = sum(
      lines.map(({ amount }) => amount),
      digits
    )
    const isSure = await prompt({
      variant: "confirmation",
      title: t("bank.acceptAllTitle"),
      description: t("bank.acceptAllText", {
        count: lines.length,
        amount: money(total, account.currency_code),
      }),
      confirmText: t("bank.accept"),
      cancelText: t("actions.cancel"),
    })
    if (!isSure) return
    const body = { lines: lines.map(paymentOf) }
    accept.mutate({ body, idempotencyKey: keyOf(body) })
  }
  return (
    <Button size="small" isLoading={accept.isPending} onClick={() => void acceptAll()}>
      {t("bank.acceptAll", { count: lines.length })}
    </Button>
  )
}

const paymentOf = ({ id, clients }: AdminBankLine) => ({
  bank_line_id: id,
  client_account_id: clients.find(({ exact }) => exact)?.client_account_id,
})
