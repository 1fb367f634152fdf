import { Input, toast } from "@medusajs/ui"
import { useState } from "react"
import { useAddBankAccount } from "../../hooks/bank"
import { useLedgerSettings } from "../../hooks/settings"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useStoreCurrencies } from "../../hooks/use-store-currencies"
import { useWords } from "../../hooks/use-words"
import { ChoiceSelect } from "../common/choice-select"
import { Field } from "../common/field"
import { FormDrawer } from "../common/form-drawer"

type AddAccountDrawerProps = { onAdded: (id: string) => void; onClose: () => void }

/** An account of the market's at its bank. The one that clients are told to pay to is proposed. */
export const AddAccountDrawer = ({ onAdded, onClose }: AddAccountDrawerProps) => {
  const t = useWords()
  const proposed = useLedgerSettings().data?.settings.methods.transfer.iban ?? ""
  const currencies = useStoreCurrencies(true).data ?? []
  const [name, setName] = useState("")
  const [typed, setTyped] = useState<string | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const [isChecked, setIsChecked] = useState(false)
  const number = typed ?? proposed
  const currency = chosen ?? currencies[0] ?? null
  const add = useAddBankAccount({
    onSuccess: ({ bank_account }) => {
      toast.success(t("bank.added", { name: bank_account.name }))
      onAdded(bank_account.id)
      onClose()
    },
    onError: useFailureToast(),
  })
  const submit = () => {
    setIsChecked(true)
    if (!name.trim() || !number.trim() || !currency) return
    add.mutate({ name: name.trim(), number: number.trim(), currency_code: currency })
  }
  return (
    <FormDrawer
      title={t("bank.addAccount")}
      hint={t("bank.addAccountHint")}
      submitLabel={t("actions.save")}
      isPending={add.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field
        label={t("bank.name")}
        error={isChecked && !name.trim() ? t("bank.nameMissing") : undefined}
      >
        {(control) => (
          <Input
            {...control}
            placeholder={t("bank.nameExample")}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field
        label={t("bank.number")}
        error={isChecked && !number.trim() ? t("bank.numberMissing") : undefined}
      >
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            spellCheck={false}
            value={number}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <Field label={t("common.currency")}>
        {() => (
          <ChoiceSelect
            label={t("common.currency")}
            choices={currencies.map((code) => ({ value: code, label: code.toUpperCase() }))}
            value={currency}
            onChange={setChosen}
          />
        )}
      </Field>
    </FormDrawer>
  )
}
