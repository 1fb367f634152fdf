import { Button, Checkbox, Container, Heading, Label, Text, toast } from "@medusajs/ui"
import { useId, useState } from "react"
import { useNavigate } from "react-router-dom"
import type { AdminCheque } from "../../../types/http"
import { useMakeChequeDeposit } from "../../hooks/cheques"
import { useAttemptKey } from "../../hooks/use-attempt-key"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useFormat } from "../../hooks/use-format"
import { useSlipForm, type SlipForm } from "../../hooks/use-slip-form"
import { useWords } from "../../hooks/use-words"
import { sum } from "../../lib/amount"
import { chequeDepositPath } from "../../lib/paths"
import { Allowed } from "../common/allowed"
import { ChequeRowFields } from "./cheque-row-fields"
import { CHEQUE_GRID } from "./grid"

type ToDepositSectionProps = {
  cheques: AdminCheque[]
  /** True when more cheques wait than are shown. */
  hasMore: boolean
}

/** The cheques that wait, and the slip that is made of them: one currency at a time. */
export const ToDepositSection = ({ cheques, hasMore }: ToDepositSectionProps) => {
  const t = useWords()
  const { money, currency: currencyOf } = useFormat()
  const currencies = [...new Set(cheques.map(({ currency_code }) => currency_code))]
  const [chosen, setChosen] = useState("")
  const currency = currencies.find((code) => code === chosen) ?? currencies[0]
  const shown = cheques.filter(({ currency_code }) => currency_code === currency)
  const total = sum(
    shown.map(({ amount }) => amount),
    currency ? currencyOf(currency).digits : 0
  )
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading>{t("cheque.toDeposit")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {currency
            ? t("cheque.waiting", { count: shown.length, amount: money(total, currency) })
            : t("cheque.nothing")}
        </Text>
      </div>
      {currencies.length > 1 && (
        <div className="flex gap-x-2 px-6 py-3">
          {currencies.map((code) => (
            <Button
              key={code}
              size="small"
              variant={code === currency ? "secondary" : "transparent"}
              aria-pressed={code === currency}
              onClick={() => setChosen(code)}
            >
              {code.toUpperCase()}
            </Button>
          ))}
        </div>
      )}
      {currency && <Slip key={currency} cheques={shown} currency={currency} />}
      {hasMore && (
        <Text size="small" className="text-ui-fg-muted px-6 py-3">
          {t("cheque.more", { count: cheques.length })}
        </Text>
      )}
    </Container>
  )
}

type SlipProps = { cheques: AdminCheque[]; currency: string }

const Slip = ({ cheques, currency }: SlipProps) => {
  const t = useWords()
  const { money } = useFormat()
  const navigate = useNavigate()
  const form = useSlipForm(cheques, currency)
  const keyOf = useAttemptKey()
  const make = useMakeChequeDeposit({
    onSuccess: ({ cheque_deposit: { id, number } }) => {
      toast.success(t("cheque.made", { number }))
      navigate(chequeDepositPath(id))
    },
    onError: useFailureToast(),
  })
  const submit = () => {
    const body = form.body()
    make.mutate({ idempotencyKey: keyOf(body), body })
  }
  return (
    <>
      <ListHead form={form} />
      <ul className="divide-y">
        {form.rows.map((row) => (
          <ChequeRowFields key={row.cheque.receipt_id} row={row} form={form} />
        ))}
      </ul>
      <div className="bg-ui-bg-base sticky bottom-0 flex items-center justify-between gap-x-4 rounded-b-lg px-6 py-4">
        <Text size="small" weight="plus" className="tabular-nums" role="status">
          {t("cheque.waiting", { count: form.count, amount: money(form.total, currency) })}
        </Text>
        <Allowed to="close">
          <Button
            size="small"
            className="shrink-0"
            disabled={form.count === 0}
            isLoading={make.isPending}
            onClick={submit}
          >
            {t("cheque.make")}
          </Button>
        </Allowed>
      </div>
    </>
  )
}

const ListHead = ({ form }: { form: SlipForm }) => {
  const t = useWords()
  const id = useId()
  const isAll = form.count === form.rows.length
  const columns = ["client", "drawer", "bank", "number"] as const
  return (
    <div
      className={`bg-ui-bg-subtle grid grid-cols-[1.25rem_1fr] items-center gap-3 px-6 py-2 ${CHEQUE_GRID}`}
    >
      <Checkbox
        id={id}
        checked={isAll || (form.count > 0 && "indeterminate")}
        onCheckedChange={() =>
          form.pick(
            form.rows.map(({ cheque }) => cheque.receipt_id),
            !isAll
          )
        }
      />
      <Label htmlFor={id} size="xsmall" className="text-ui-fg-subtle md:sr-only">
        {t("cheque.all")}
      </Label>
      {columns.map((column) => (
        <Text key={column} size="xsmall" weight="plus" className="text-ui-fg-subtle max-md:hidden">
          {t(`cheque.${column}`)}
        </Text>
      ))}
      <Text size="xsmall" weight="plus" className="text-ui-fg-subtle text-right max-md:hidden">
        {t("common.amount")}
      </Text>
    </div>
  )
}
