import { Textarea, toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useNavigate } from "react-router-dom"
import type { AdminClientAccount } from "../../../types/http"
import { useCreateClientAccount } from "../../hooks/accounts"
import { useRegisteredCustomers, type Customer } from "../../hooks/customers"
import { useMergeGuest } from "../../hooks/entries"
import { useAccountWords } from "../../hooks/use-account-words"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useSettledValue } from "../../hooks/use-settled-value"
import { useWords } from "../../hooks/use-words"
import { newIdempotencyKey } from "../../lib/idempotency"
import { accountPath } from "../../lib/paths"
import { Field } from "../common/field"
import { FormDrawer } from "../common/form-drawer"
import { PickField } from "../common/pick-field"

const SHOWN = 5

type MergeDrawerProps = { account: AdminClientAccount; onClose: () => void }

/** A guest who registered since: orders and balance go to the client's account, which is opened if there is none. */
export const MergeDrawer = ({ account, onClose }: MergeDrawerProps) => {
  const t = useWords()
  const words = useAccountWords()
  const prompt = usePrompt()
  const navigate = useNavigate()
  const onError = useFailureToast()
  const guest = words.name(account)

  const [idempotencyKey] = useState(newIdempotencyKey)
  const [client, setClient] = useState<Customer | null>(null)
  const [note, setNote] = useState("")
  const [isChecked, setIsChecked] = useState(false)

  const merge = useMergeGuest(account.id, {
    onSuccess: ({ into_client_account: into }) => {
      toast.success(t("merge.done"), {
        description: t("receipt.now", { name: words.name(into), balance: words.balance(into) }),
      })
      onClose()
      navigate(accountPath(into.id))
    },
    onError,
  })
  const open = useCreateClientAccount({
    onSuccess: ({ client_account }) =>
      merge.mutate({
        idempotencyKey,
        body: { into_client_account_id: client_account.id, note: note.trim() },
      }),
    onError,
  })

  const submit = async () => {
    setIsChecked(true)
    if (!client || !note.trim()) return
    const confirmed = await prompt({
      title: t("merge.confirmTitle", { guest, client: nameOf(client) }),
      description: t("merge.confirmText"),
      confirmText: t("merge.submit"),
      cancelText: t("actions.cancel"),
    })
    if (confirmed) open.mutate({ customer_id: client.id, currency_code: account.currency_code })
  }

  return (
    <FormDrawer
      title={t("merge.title")}
      hint={t("merge.hint", { name: guest })}
      submitLabel={t("merge.submit")}
      isPending={open.isPending || merge.isPending}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <RegisteredClientField
        email={account.customer_email}
        picked={client}
        onPick={setClient}
        error={isChecked && !client ? t("merge.pickMissing") : undefined}
      />
      <Field
        label={t("common.note")}
        hint={t("manual.noteHint")}
        error={isChecked && !note.trim() ? t("error.noteMissing") : undefined}
      >
        {(control) => (
          <Textarea {...control} value={note} onChange={(event) => setNote(event.target.value)} />
        )}
      </Field>
    </FormDrawer>
  )
}

type RegisteredClientFieldProps = {
  /** The guest's: who bears it too is proposed first. */
  email: string | null
  picked: Customer | null
  onPick: (client: Customer | null) => void
  error?: string
}

const RegisteredClientField = ({ email, picked, onPick, error }: RegisteredClientFieldProps) => {
  const t = useWords()
  const [q, setQ] = useState("")
  const settled = useSettledValue(q.trim())
  const alike = useRegisteredCustomers({ email: email ?? "" }, { enabled: email !== null })
  const { data } = useRegisteredCustomers(settled ? { q: settled } : {})
  const sameEmail = settled ? [] : (alike.data?.customers ?? [])
  const others = (data?.customers ?? []).filter(({ id }) => !sameEmail.some((c) => c.id === id))
  const found = [...sameEmail, ...others].slice(0, SHOWN)
  const pickable = (client: Customer) => ({
    id: client.id,
    name: nameOf(client),
    detail: client.email,
    ...(email && client.email === email && { aside: t("merge.sameEmail") }),
  })
  return (
    <PickField
      label={t("merge.into")}
      q={q}
      onSearch={setQ}
      found={found.map(pickable)}
      nothing={data ? t("merge.nobody") : ""}
      picked={picked && pickable(picked)}
      onPick={(id) => onPick(found.find((client) => client.id === id) ?? null)}
      error={error}
    />
  )
}

const nameOf = ({ first_name, last_name, company_name, email }: Customer): string =>
  [first_name, last_name].filter(Boolean).join(" ") || company_name || email || ""
