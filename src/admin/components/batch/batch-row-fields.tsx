import { Hint, Input, Text } from "@medusajs/ui"
import { useAccountWords } from "../../hooks/use-account-words"
import type { BatchForm, BatchRow } from "../../hooks/use-batch-form"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { REAL_METHODS } from "../../lib/methods"
import { ChoiceSelect } from "../common/choice-select"

const LEFT_OUT = "none"

type BatchRowFieldsProps = { row: BatchRow; change: BatchForm["change"]; isChecked: boolean }

/** One client: a line of a table on a desk, a card on a phone. */
export const BatchRowFields = ({ row, change, isChecked }: BatchRowFieldsProps) => {
  const t = useWords()
  const words = useAccountWords()
  const { money } = useFormat()
  const { account, method } = row
  const name = words.name(account)
  const isWrong = isChecked && method !== null && row.value === null
  return (
    <li className="grid grid-cols-2 items-center gap-2 py-3 md:grid-cols-[1fr_9rem_6.5rem_9rem]">
      <div className="min-w-0 max-md:col-span-2">
        <Text size="small" weight="plus" className="truncate">
          {name}
        </Text>
        <Text size="xsmall" className="text-ui-fg-muted">
          {t("batch.owes", { amount: money(-account.balance, account.currency_code) })}
        </Text>
      </div>
      <ChoiceSelect
        label={t("batch.methodOf", { name })}
        choices={[
          { value: LEFT_OUT, label: t("batch.leftOut") },
          ...REAL_METHODS.map((each) => ({ value: each, label: t(`method.${each}`) })),
        ]}
        value={method ?? LEFT_OUT}
        onChange={(chosen) => change(account.id, { method: chosen === LEFT_OUT ? null : chosen })}
      />
      <Input
        aria-label={t("batch.amountOf", { name })}
        aria-invalid={isWrong || undefined}
        inputMode="decimal"
        autoComplete="off"
        className="text-right tabular-nums"
        value={row.amount}
        onChange={(event) => change(account.id, { amount: event.target.value })}
      />
      <div className="max-md:col-span-2">
        <Input
          aria-label={t("batch.referenceOf", { name })}
          placeholder={t("common.reference")}
          autoComplete="off"
          value={row.reference}
          onChange={(event) => change(account.id, { reference: event.target.value })}
        />
      </div>
      {isWrong && (
        <Hint variant="error" role="alert" className="col-span-full">
          {t("error.amountInvalid")}
        </Hint>
      )}
    </li>
  )
}
