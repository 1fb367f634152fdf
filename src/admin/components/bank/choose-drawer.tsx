import { toast } from "@medusajs/ui"
import { useState } from "react"
import type { AdminBankLine } from "../../../types/http"
import { useClientAccounts } from "../../hooks/accounts"
import { useAcceptBankLines } from "../../hooks/bank"
import { useAccountWords } from "../../hooks/use-account-words"
import { useAttemptKey } from "../../hooks/use-attempt-key"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useFormat } from "../../hooks/use-format"
import { useMatchWords } from "../../hooks/use-match-words"
import { useSettledValue } from "../../hooks/use-settled-value"
import { useWords } from "../../hooks/use-words"
import { FormDrawer } from "../common/form-drawer"
import { PickField, type Pickable } from "../common/pick-field"

const SHOWN = 6

type ChooseDrawerProps = { line: AdminBankLine; onClose: () => void }

/** Those who are proposed, or any client by a few letters. */
export const ChooseDrawer = ({ line, onClose }: ChooseDrawerProps) => {
  const t = useWords()
  const { signed, date } = useFormat()
  const [q, setQ] = useState("")
  const [picked, setPicked] = useState<Pickable | null>(null)
  const [isChecked, setIsChecked] = useState(false)
  const found = useFound(line, q.trim())
  const keyOf = useAttemptKey()
  const accept = useAcceptBankLines({
    onSuccess: ({ receipts }) => {
      toast.success(t("bank.accepted", { count: receipts.length }))
      onClose()
    },
    onError: useFailureToast(),
  })
  const submit = () => {
    setIsChecked(true)
    if (!picked) return
    const body = { lines: [{ bank_line_id: line.id, client_account_id: picked.id }] }
    accept.mutate({ body, idempotencyKey: keyOf(body) })
  }
  const facts = [
    ...[signed(line.amount, line.currency_code), date(line.booked_on)],
    ...[line.counterparty, line.label],
  ]
  return (
    <FormDrawer
      title={t("bank.chooseTitle")}
      hint={[...new Set(facts.filter(Boolean))].join(" · ")}
      submitLabel={t("bank.accept")}
      isPending={accept.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <PickField
        label={t("bank.chooseLabel")}
        q={q}
        onSearch={setQ}
        found={found}
        nothing={t(q ? "bank.chooseNobody" : "bank.nobody")}
        picked={picked}
        onPick={(id) => setPicked(found.find((each) => each.id === id) ?? null)}
        error={isChecked && !picked ? t("bank.chooseMissing") : undefined}
      />
    </FormDrawer>
  )
}

function useFound(line: AdminBankLine, q: string): Pickable[] {
  const t = useWords()
  const account = useAccountWords()
  const match = useMatchWords()
  const settled = useSettledValue(q)
  const { data } = useClientAccounts(
    { currency_code: line.currency_code, limit: SHOWN, q: settled },
    { enabled: Boolean(settled) }
  )
  if (!settled) {
    return line.clients.map((client) => ({
      id: client.client_account_id,
      name: client.customer_name ?? t("common.unnamed"),
      detail: match.reasons(client),
      aside: account.balance({ ...client, currency_code: line.currency_code }),
    }))
  }
  return (data?.client_accounts ?? []).map((each) => ({
    id: each.id,
    name: account.name(each),
    detail: each.customer_email,
    aside: account.balance(each),
  }))
}
