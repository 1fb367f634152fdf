import { Checkbox, Input, Text, clx } from "@medusajs/ui"
import type { SlipForm, SlipRow } from "../../hooks/use-slip-form"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { CHEQUE_GRID } from "./grid"

type ChequeRowFieldsProps = { row: SlipRow; form: Pick<SlipForm, "change" | "pick"> }

/** One cheque: a line of a table on a desk, a card on a phone. */
export const ChequeRowFields = ({ row, form }: ChequeRowFieldsProps) => {
  const t = useWords()
  const { money, date } = useFormat()
  const { cheque, isPicked } = row
  const name = cheque.customer_name ?? t("common.unnamed")
  const amount = money(cheque.amount, cheque.currency_code)
  return (
    <li
      className={clx(
        "grid grid-cols-[1.25rem_1fr_auto] items-center gap-x-3 gap-y-2 px-6 py-3",
        CHEQUE_GRID
      )}
    >
      <Checkbox
        checked={isPicked}
        onCheckedChange={(checked) => form.pick([cheque.receipt_id], checked === true)}
        aria-label={t("cheque.pick", { name, amount })}
      />
      <div className="min-w-0">
        <Text size="small" weight="plus" className="truncate">
          {name}
        </Text>
        <Text size="xsmall" className="text-ui-fg-muted">
          {t("cheque.receivedOn", { date: date(cheque.value_date) })}
        </Text>
      </div>
      <Text size="small" weight="plus" className="text-right tabular-nums md:order-last">
        {amount}
      </Text>
      <div
        className={clx("grid grid-cols-2 gap-2 max-md:col-span-2 max-md:col-start-2 md:contents", {
          "max-md:hidden": !isPicked,
        })}
      >
        {(["drawer", "bank", "number"] as const).map((field) => (
          <div key={field} className={field === "drawer" ? "max-md:col-span-2" : ""}>
            <Input
              size="small"
              aria-label={t("cheque.fieldOf", { field: t(`cheque.${field}`), name })}
              placeholder={t(`cheque.${field}`)}
              autoComplete="off"
              disabled={!isPicked}
              value={row[field]}
              onChange={(event) => form.change(cheque.receipt_id, { [field]: event.target.value })}
            />
          </div>
        ))}
      </div>
    </li>
  )
}
