import type { AdminClientAccount, RealMethod } from "../../types/http"
import { parseAmount, sum, typedAmount } from "../lib/amount"
import type { ReceiptBody } from "./receipts"
import type { ProposedPayment } from "./use-confirm-payment"
import { useFormat } from "./use-format"
import { useRowDrafts } from "./use-row-drafts"

type Typed = { amount: string; method: RealMethod | null; reference: string }

/** A client's line: what he owes is proposed, and it counts once its method is said. */
export type BatchRow = Typed & { account: AdminClientAccount; value: number | null }

export const useBatchForm = (accounts: AdminClientAccount[]) => {
  const format = useFormat()
  const { drafts, change } = useRowDrafts<Typed>()

  const rows = accounts.map((account): BatchRow => {
    const { digits } = format.currency(account.currency_code)
    const proposed = typedAmount(-account.balance, digits, format.decimalSeparator)
    const typed = { amount: proposed, method: null, reference: "", ...drafts[account.id] }
    const parsed = parseAmount(typed.amount, digits)
    return { ...typed, account, value: parsed.ok ? parsed.value : null }
  })
  const chosen = rows.filter((row) => row.method !== null)

  return {
    rows,
    chosen,
    isComplete: chosen.length > 0 && chosen.every((row) => row.value !== null),
    change,
    total: (currency: string) =>
      sum(
        chosen.map((row) => row.value ?? 0),
        format.currency(currency).digits
      ),
    payments: (): ProposedPayment<ReceiptBody>[] =>
      chosen.flatMap(({ account, method, value, reference }) => {
        if (!method || value === null) return []
        const body = {
          client_account_id: account.id,
          currency_code: account.currency_code,
          direction: "in" as const,
          method,
          amount: value,
          ...(reference.trim() && { reference: reference.trim() }),
        }
        return [{ holder: account, body }]
      }),
  }
}

export type BatchForm = ReturnType<typeof useBatchForm>
