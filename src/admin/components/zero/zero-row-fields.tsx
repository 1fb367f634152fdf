import { Hint, Input, Text } from "@medusajs/ui"
import { useAccountWords } from "../../hooks/use-account-words"
import { useWords } from "../../hooks/use-words"
import type { ZeroForm, ZeroRow } from "../../hooks/use-zero-form"
import { ChoiceSelect } from "../common/choice-select"
import { useZeroChoices } from "./use-zero-choices"

type ZeroRowFieldsProps = { row: ZeroRow; change: ZeroForm["change"]; isChecked: boolean }

/** One client: a line of a table on a desk, a card on a phone. */
export const ZeroRowFields = ({ row, change, isChecked }: ZeroRowFieldsProps) => {
  const t = useWords()
  const words = useAccountWords()
  const choices = useZeroChoices()
  const { account, how, text } = row
  const name = words.name(account)
  const missing = isChecked ? row.missing : null
  const isReason = how === "write_off"
  return (
    <li className="grid grid-cols-2 items-center gap-2 py-3 md:grid-cols-[1fr_11rem_13rem]">
      <div className="min-w-0 max-md:col-span-2">
        <Text size="small" weight="plus" className="truncate">
          {name}
        </Text>
        <Text size="xsmall" className="text-ui-fg-muted">
          {words.balance(account)}
        </Text>
      </div>
      <ChoiceSelect
        label={t("zero.howOf", { name })}
        placeholder={t("zero.how")}
        choices={choices}
        value={how}
        isInvalid={missing === "how"}
        onChange={(chosen) => change(account.id, { how: chosen })}
      />
      <Input
        aria-label={t(isReason ? "zero.reasonOf" : "batch.referenceOf", { name })}
        placeholder={t(isReason ? "zero.reason" : "common.reference")}
        aria-invalid={missing === "reason" || undefined}
        autoComplete="off"
        value={text}
        onChange={(event) => change(account.id, { text: event.target.value })}
      />
      {missing && (
        <Hint variant="error" role="alert" className="col-span-full">
          {t(missing === "how" ? "zero.howMissing" : "zero.reasonMissing")}
        </Hint>
      )}
    </li>
  )
}
