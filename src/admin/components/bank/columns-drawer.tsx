import { useState } from "react"
import type { AdminBankAccount, CsvFormat } from "../../../types/http"
import { useKeepCsvFormat } from "../../hooks/bank"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useWords } from "../../hooks/use-words"
import {
  CSV_COLUMNS,
  guessFormat,
  headerIn,
  type CsvColumn,
  type CsvPreview,
} from "../../lib/csv-guess"
import { ChoiceSelect } from "../common/choice-select"
import { Field } from "../common/field"
import { FormDrawer } from "../common/form-drawer"

type ColumnsDrawerProps = {
  account: AdminBankAccount
  preview: CsvPreview
  onKept: (account: AdminBankAccount) => void
  onClose: () => void
}

const NONE = "none"

/** Which column of a bank's CSV is which: guessed, put right, and remembered. */
export const ColumnsDrawer = ({ account, preview, onKept, onClose }: ColumnsDrawerProps) => {
  const t = useWords()
  const [header, setHeader] = useState(() => headerIn(preview.rows))
  const [changes, setChanges] = useState<Partial<Record<CsvColumn, string>>>({})
  const [isChecked, setIsChecked] = useState(false)
  const guess = guessFormat(preview, header)
  const [dateOrder, setDateOrder] = useState(guess.date_order)
  const [decimal, setDecimal] = useState(guess.decimal)
  const names = (preview.rows[header] ?? []).filter(Boolean)
  const nameOf = (column: CsvColumn) => (changes[column] ?? guess[column]) || undefined
  const errors = errorsOf(nameOf)
  const keep = useKeepCsvFormat(account.id, {
    onSuccess: ({ bank_account }) => onKept(bank_account),
    onError: useFailureToast(),
  })
  const submit = () => {
    setIsChecked(true)
    if (Object.keys(errors).length) return
    keep.mutate({
      ...{ delimiter: guess.delimiter, date_order: dateOrder, decimal },
      columns: columnsOf(nameOf),
    })
  }
  return (
    <FormDrawer
      title={t("bank.columnsTitle")}
      hint={t("bank.columnsHint", { name: account.name })}
      submitLabel={t("bank.columnsSubmit")}
      isPending={keep.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={t("bank.header")}>
        {() => (
          <ChoiceSelect
            label={t("bank.header")}
            choices={preview.rows.map((row, n) => ({
              value: String(n),
              label: `${n + 1}. ${row.filter(Boolean).join(" · ")}`,
            }))}
            value={String(header)}
            onChange={(line) => {
              setHeader(Number(line))
              setChanges({})
            }}
          />
        )}
      </Field>
      {CSV_COLUMNS.map((column) => (
        <Field
          key={column}
          label={t(`bank.column.${column}`)}
          optional={column !== "date" && column !== "label"}
          error={isChecked && errors[column] ? t(errors[column]) : undefined}
        >
          {() => (
            <ChoiceSelect
              label={t(`bank.column.${column}`)}
              choices={[
                { value: NONE, label: t("bank.columnNone") },
                ...[...new Set(names)].map((name) => ({ value: name, label: name })),
              ]}
              value={nameOf(column) ?? NONE}
              onChange={(name) => setChanges({ ...changes, [column]: name === NONE ? "" : name })}
            />
          )}
        </Field>
      ))}
      <Field label={t("bank.dateOrder")}>
        {() => (
          <ChoiceSelect
            label={t("bank.dateOrder")}
            choices={(["dmy", "mdy", "ymd"] as const).map((value) => ({
              value,
              label: t(`bank.dateOrders.${value}`),
            }))}
            value={dateOrder}
            onChange={setDateOrder}
          />
        )}
      </Field>
      <Field label={t("bank.decimal")}>
        {() => (
          <ChoiceSelect
            label={t("bank.decimal")}
            choices={[
              { value: ",", label: t("bank.decimals.comma") },
              { value: ".", label: t("bank.decimals.point") },
            ]}
            value={decimal}
            onChange={(value) => setDecimal(value as CsvFormat["decimal"])}
          />
        )}
      </Field>
    </FormDrawer>
  )
}

type NameOf = (column: CsvColumn) => string | undefined

function errorsOf(nameOf: NameOf) {
  const errors: Partial<Record<CsvColumn, "bank.columnMissing" | "bank.amountColumns">> = {}
  if (!nameOf("date")) errors.date = "bank.columnMissing"
  if (!nameOf("label")) errors.label = "bank.columnMissing"
  const hasBoth = Boolean(nameOf("credit") && nameOf("debit"))
  if (!nameOf("amount") && !hasBoth) errors.amount = "bank.amountColumns"
  return errors
}

/** A signed amount says it all: credit and debit beside it are left out. */
function columnsOf(nameOf: NameOf): CsvFormat["columns"] {
  const isLeftOut = (column: CsvColumn) =>
    Boolean(nameOf("amount")) && (column === "credit" || column === "debit")
  const named = CSV_COLUMNS.flatMap((column) => {
    const name = nameOf(column)
    return name && !isLeftOut(column) ? [[column, name]] : []
  })
  return Object.fromEntries(named) as CsvFormat["columns"]
}
