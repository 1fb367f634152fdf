import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import type { AdminBringToZeroResponse, AdminClientAccount } from "../../../types/http"
import { useAttemptKey } from "../../hooks/use-attempt-key"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useWords } from "../../hooks/use-words"
import { useZeroForm } from "../../hooks/use-zero-form"
import { useBringToZero } from "../../hooks/zero"
import { BatchFrame } from "../batch/batch-frame"
import { ChoiceSelect } from "../common/choice-select"
import { useZeroChoices } from "./use-zero-choices"
import { ZeroConfirm } from "./zero-confirm"
import { ZeroReport } from "./zero-report"
import { ZeroRowFields } from "./zero-row-fields"

type ZeroModalProps = {
  /** As they stand now: what is recorded is what the lines say, and refused if it isn't true any more. */
  accounts: AdminClientAccount[]
  /** True when more are picked than are shown. */
  hasMore: boolean
  onClose: () => void
  /** All is recorded. */
  onDone: () => void
}

/** A selection of clients, each brought to zero by a real method or a write-off: all, or none. */
export const ZeroModal = ({ accounts, hasMore, onClose, onDone }: ZeroModalProps) => {
  const t = useWords()
  const form = useZeroForm(accounts)
  const keyOf = useAttemptKey()
  const [isChecked, setIsChecked] = useState(false)
  const [isConfirming, setIsConfirming] = useState(false)
  const [brought, setBrought] = useState<AdminBringToZeroResponse | null>(null)
  const bring = useBringToZero({ onSuccess: setBrought, onError: useFailureToast() })
  const check = () => {
    setIsChecked(true)
    setIsConfirming(form.isComplete)
  }
  const record = () => {
    setIsConfirming(false)
    const body = form.body()
    bring.mutate({ idempotencyKey: keyOf(body), body })
  }
  if (brought) return <ZeroReport brought={brought} onClose={onDone} />
  return (
    <BatchFrame
      title={t("zero.title")}
      hint={t("zero.hint")}
      isPending={bring.isPending}
      onClose={onClose}
      footer={
        <>
          <Text size="small" className="mr-auto" role="status">
            {t("zero.count", { count: accounts.length })}
          </Text>
          <Button
            size="small"
            disabled={!accounts.length}
            isLoading={bring.isPending}
            onClick={check}
          >
            {t("zero.bring")}
          </Button>
        </>
      }
    >
      {accounts.length > 0 ? (
        <ZeroRows form={form} isChecked={isChecked} />
      ) : (
        <Text>{t("zero.nobody")}</Text>
      )}
      {hasMore && (
        <Text size="small" className="text-ui-fg-muted">
          {t("zero.more", { count: accounts.length })}
        </Text>
      )}
      {isConfirming && (
        <ZeroConfirm
          clients={accounts.length}
          sums={form.sums()}
          onConfirm={record}
          onClose={() => setIsConfirming(false)}
        />
      )}
    </BatchFrame>
  )
}

type ZeroRowsProps = { form: ReturnType<typeof useZeroForm>; isChecked: boolean }

const ZeroRows = ({ form, isChecked }: ZeroRowsProps) => {
  const t = useWords()
  const choices = useZeroChoices()
  return (
    <>
      {form.rows.length > 1 && (
        <div className="md:ml-auto md:w-[24.5rem]">
          <ChoiceSelect
            label={t("zero.forAll")}
            placeholder={t("zero.forAll")}
            choices={choices}
            value={null}
            onChange={form.chooseForAll}
          />
        </div>
      )}
      <ul className="divide-y">
        {form.rows.map((row) => (
          <ZeroRowFields
            key={row.account.id}
            row={row}
            change={form.change}
            isChecked={isChecked}
          />
        ))}
      </ul>
    </>
  )
}
