import { usePrompt } from "@medusajs/ui"
import type { AdminClientAccount } from "../../types/http"
import { subtract } from "../lib/amount"
import type { ReceiptBody } from "./receipts"
import { useLedgerSettings } from "./settings"
import { useAccountWords } from "./use-account-words"
import { useFormat } from "./use-format"
import { useWords } from "./use-words"

type Payment = Pick<ReceiptBody, "amount" | "direction" | "currency_code">
type Holder = Pick<
  AdminClientAccount,
  "customer_id" | "customer_name" | "customer_email" | "currency_code" | "balance"
>
/** Whose payment it is, and what will be sent. */
export type ProposedPayment<TBody extends Payment> = { holder: Holder; body: TBody }

/**
 * Makes sure of what is easily mistyped: a payment above the amount in the settings, a pay-out of more than the client holds.
 * @returns asks once for all of them. Answers the bodies to send, `confirmed` where a person was asked, or null when the
 *   answer was no.
 */
export const useConfirmPayment = () => {
  const t = useWords()
  const words = useAccountWords()
  const { money, number, currency } = useFormat()
  const prompt = usePrompt()
  const settings = useLedgerSettings()

  const ask = (
    variant: "danger" | "confirmation",
    title: string,
    description: string,
    confirmText: string
  ) => prompt({ variant, title, description, confirmText, cancelText: t("actions.cancel") })

  const askBeyond = ({ holder, body }: ProposedPayment<Payment>, after: number) => {
    const amount = money(body.amount, body.currency_code)
    return ask(
      "danger",
      t("receipt.beyondTitle"),
      t("receipt.beyondText", {
        name: words.name(holder),
        balance: words.balance(holder),
        amount,
        after: money(-after, body.currency_code),
      }),
      t("receipt.submitOut")
    )
  }

  const askLarge = (large: ProposedPayment<Payment>[], above: number) => {
    const said = large.map(({ holder, body }) =>
      t("receipt.largeOne", {
        amount: money(body.amount, body.currency_code),
        name: words.name(holder),
      })
    )
    const [first = ""] = said
    const why = t("receipt.largeWhy", { above: number(above) })
    return said.length === 1
      ? ask("confirmation", t("receipt.largeTitle", { payment: first }), why, t("receipt.largeYes"))
      : ask(
          "confirmation",
          t("receipt.largeTitleMany", { count: said.length }),
          `${said.join(", ")}. ${why}`,
          t("receipt.largeYesMany")
        )
  }

  return async <TBody extends Payment>(
    payments: ProposedPayment<TBody>[]
  ): Promise<(TBody & { confirmed?: true })[] | null> => {
    const { data } = settings.data ? settings : await settings.refetch()
    const above = data?.settings.confirm_above ?? null
    const afterOf = ({ holder, body }: ProposedPayment<TBody>) =>
      subtract(holder.balance, body.amount, currency(body.currency_code).digits)
    const isBeyond = (payment: ProposedPayment<TBody>) =>
      payment.body.direction === "out" && afterOf(payment) < 0
    const isLarge = ({ body }: ProposedPayment<TBody>) => above !== null && body.amount > above

    // A pay-out beyond what is held names its amount: nobody is asked twice about the same payment.
    const beyond = payments.filter(isBeyond)
    const large = payments.filter((payment) => isLarge(payment) && !isBeyond(payment))
    for (const payment of beyond) {
      if (!(await askBeyond(payment, afterOf(payment)))) return null
    }
    if (large.length && above !== null && !(await askLarge(large, above))) return null
    const asked = new Set([...beyond, ...large])
    return payments.map((payment) => ({
      ...payment.body,
      ...(asked.has(payment) && { confirmed: true as const }),
    }))
  }
}
