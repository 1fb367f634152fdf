import { InlineTip, Textarea, toast } from "@medusajs/ui"
import { useState } from "react"
import type { AdminClientAccount } from "../../../types/http"
import { useClientAccounts } from "../../hooks/accounts"
import { useMoveMoney } from "../../hooks/entries"
import { useAccountWords } from "../../hooks/use-account-words"
import { useAmount } from "../../hooks/use-amount"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useFormat } from "../../hooks/use-format"
import { useSettledValue } from "../../hooks/use-settled-value"
import { useWords } from "../../hooks/use-words"
import { sum } from "../../lib/amount"
import { newIdempotencyKey } from "../../lib/idempotency"
import { isoDay } from "../../lib/locale"
import { AmountField } from "../common/amount-field"
import { DateField } from "../common/date-field"
import { Field } from "../common/field"
import { FormDrawer } from "../common/form-drawer"
import { PickField } from "../common/pick-field"

const SHOWN = 5

type MoveDrawerProps = { account: AdminClientAccount; onClose: () => void }

/** Money that goes from this account to another client's. */
export const MoveDrawer = ({ account, onClose }: MoveDrawerProps) => {
  const t = useWords()
  const words = useAccountWords()
  const { money } = useFormat()
  const currency = account.currency_code
  const name = words.name(account)

  const [idempotencyKey] = useState(newIdempotencyKey)
  const [to, setTo] = useState<AdminClientAccount | null>(null)
  const amount = useAmount(currency)
  const [note, setNote] = useState("")
  const [valueDate, setValueDate] = useState(() => isoDay(new Date()))
  const [isChecked, setIsChecked] = useState(false)
  const missing = (isMissing: boolean, words: string) =>
    isChecked && isMissing ? words : undefined

  const move = useMoveMoney(account.id, {
    onSuccess: (moved, { body }) => {
      const said = [moved.client_account, moved.to_client_account].map((each) =>
        t("move.balanceAfter", { name: words.name(each), balance: words.balance(each) })
      )
      toast.success(t("move.done", { amount: money(body.amount, currency) }), {
        description: said.join(", "),
      })
      onClose()
    },
    onError: useFailureToast(),
  })

  const submit = () => {
    setIsChecked(true)
    if (!to || amount.value === null || !note.trim() || !valueDate) return
    move.mutate({
      idempotencyKey,
      body: {
        to_client_account_id: to.id,
        amount: amount.value,
        note: note.trim(),
        value_date: valueDate,
      },
    })
  }

  return (
    <FormDrawer
      title={t("move.title")}
      hint={t("move.hint", { name, balance: words.balance(account) })}
      submitLabel={t("move.submit")}
      isPending={move.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <OtherAccountField
        account={account}
        picked={to}
        onPick={(other) => {
          setTo(other)
          if (other) amount.propose(helpfulAmount(account, other))
        }}
        error={missing(!to, t("move.pickMissing"))}
      />
      <AmountField
        label={t("common.amount")}
        currency={currency}
        value={amount.text}
        onChange={amount.setText}
        error={isChecked ? amount.error : undefined}
      />
      {to && amount.value !== null && (
        <BalancesAfter from={account} to={to} amount={amount.value} />
      )}
      <Field
        label={t("common.note")}
        hint={t("manual.noteHint")}
        error={missing(!note.trim(), t("error.noteMissing"))}
      >
        {(control) => (
          <Textarea {...control} value={note} onChange={(event) => setNote(event.target.value)} />
        )}
      </Field>
      <DateField
        label={t("common.valueDate")}
        value={valueDate}
        onChange={setValueDate}
        error={missing(!valueDate, t("error.dateMissing"))}
      />
    </FormDrawer>
  )
}

type OtherAccountFieldProps = {
  account: AdminClientAccount
  picked: AdminClientAccount | null
  onPick: (account: AdminClientAccount | null) => void
  error?: string
}

const OtherAccountField = ({ account, picked, onPick, error }: OtherAccountFieldProps) => {
  const t = useWords()
  const words = useAccountWords()
  const [q, setQ] = useState("")
  const settled = useSettledValue(q.trim())
  const { data } = useClientAccounts({
    currency_code: account.currency_code,
    limit: SHOWN + 1,
    ...(settled && { q: settled }),
  })
  const others = (data?.client_accounts ?? []).filter(({ id }) => id !== account.id)
  const pickable = (other: AdminClientAccount) => ({
    id: other.id,
    name: words.name(other),
    detail: other.customer_email,
    aside: words.balance(other),
  })
  return (
    <PickField
      label={t("move.to")}
      q={q}
      onSearch={setQ}
      found={others.slice(0, SHOWN).map(pickable)}
      nothing={data ? t("move.nobody") : ""}
      picked={picked && pickable(picked)}
      onPick={(id) => onPick(others.find((other) => other.id === id) ?? null)}
      error={error}
    />
  )
}

type BalancesAfterProps = { from: AdminClientAccount; to: AdminClientAccount; amount: number }

/** A warning where money leaves an account that doesn't hold it. */
const BalancesAfter = ({ from, to, amount }: BalancesAfterProps) => {
  const t = useWords()
  const words = useAccountWords()
  const { currency } = useFormat()
  const { digits } = currency(from.currency_code)
  const after = [
    { ...from, balance: sum([from.balance, -amount], digits) },
    { ...to, balance: sum([to.balance, amount], digits) },
  ]
  const isBeyond = after.some((account) => account.id === from.id && account.balance < 0)
  return (
    <InlineTip variant={isBeyond ? "warning" : "info"} label={t("move.after")}>
      {after.map((account) => (
        <span key={account.id} className="block tabular-nums">
          {t("move.balanceAfter", { name: words.name(account), balance: words.balance(account) })}
        </span>
      ))}
    </InlineTip>
  )
}

/** What helps most: the other's debt, up to what this account holds. */
const helpfulAmount = (account: AdminClientAccount, other: AdminClientAccount): number =>
  Math.max(0, Math.min(account.balance, -other.balance))
