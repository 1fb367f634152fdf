import { Button, toast } from "@medusajs/ui"
import { useRef, useState } from "react"
import { Link } from "react-router-dom"
import { useCapturePayment } from "../../hooks/orders"
import { useConfirmPayment } from "../../hooks/use-confirm-payment"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useFormat } from "../../hooks/use-format"
import { useMay } from "../../hooks/use-may"
import { useWords } from "../../hooks/use-words"
import { accountPath } from "../../lib/paths"
import { CaptureDrawer } from "./capture-drawer"
import type { OrderLedgerFacts } from "./order-ledger"

/** The money came in: all that is expected, or another amount. */
export const Receive = ({ ledger }: { ledger: OrderLedgerFacts }) => {
  const t = useWords()
  const { money } = useFormat()
  const [isTyping, setIsTyping] = useState(false)
  const may = useMay()
  const isSending = useRef(false)
  const confirm = useConfirmPayment()
  const capture = useCapturePayment({
    onSuccess: (_, { amount }) => {
      toast.success(t("order.received", { amount: money(amount, ledger.currency_code) }))
      setIsTyping(false)
    },
    onError: useFailureToast("order.captureOffline"),
    onSettled: () => {
      isSending.current = false
    },
  })
  const { open_payment_id: payment_id, expected, client_account: account } = ledger

  /** Medusa's capture has no key to make a double click harmless. */
  const receive = async (amount: number) => {
    if (!payment_id || isSending.current) return
    isSending.current = true
    const body = { amount, direction: "in" as const, currency_code: ledger.currency_code }
    const isMeant = !account || (await confirm([{ holder: account, body }]))
    if (isMeant) capture.mutate({ payment_id, amount })
    else isSending.current = false
  }

  if (payment_id && expected > 0 && may("record")) {
    return (
      <div className="grid grid-cols-2 gap-2 px-6 py-4">
        <Button
          className="w-full"
          isLoading={capture.isPending}
          onClick={() => void receive(expected)}
        >
          {t("order.receivedAll")}
        </Button>
        <Button
          className="w-full"
          variant="secondary"
          disabled={capture.isPending}
          onClick={() => setIsTyping(true)}
        >
          {t("order.receivedOther")}
        </Button>
        {isTyping && (
          <CaptureDrawer
            currency={ledger.currency_code}
            expected={expected}
            isPending={capture.isPending}
            onReceive={(amount) => void receive(amount)}
            onClose={() => setIsTyping(false)}
          />
        )}
      </div>
    )
  }
  if (!account || ledger.owed <= ledger.received || account.balance >= 0) return null
  return (
    <div className="px-6 py-4">
      <Button size="small" variant="secondary" asChild>
        <Link to={accountPath(account.id)}>{t("order.openAccount")}</Link>
      </Button>
    </div>
  )
}
