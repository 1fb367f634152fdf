import { Button, Drawer, Heading, Skeleton, toast } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"
import type { AdminCounterOrder } from "../../../types/http"
import { useChangeItems, useOrderLines, type OrderLine } from "../../hooks/counter"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { orderPath } from "../../lib/paths"
import { parseQuantity } from "../../lib/quantity"
import { LoadError } from "../common/load-error"
import { LineFields } from "./line-fields"

type OrderLinesProps = { order: AdminCounterOrder; currency: string; onClose: () => void }

/** The weights of an order, and what is missing: put right by an order edit of Medusa's. */
export const OrderLines = ({ order, currency, onClose }: OrderLinesProps) => {
  const t = useWords()
  const { data: lines, isPending, error, refetch } = useOrderLines(order.order_id)
  return (
    <div className="flex flex-1 flex-col overflow-hidden">
      <div className="flex items-center justify-between gap-x-4 px-4 pt-4 sm:px-6">
        <Heading level="h2">{t("counter.lines", { number: order.display_id ?? "–" })}</Heading>
        <Link to={orderPath(order.order_id)} className="text-ui-fg-interactive txt-small shrink-0">
          {t("counter.openOrder")}
        </Link>
      </div>
      {isPending && <Skeleton className="m-6 h-24" />}
      {error && <LoadError error={error} onRetry={() => void refetch()} />}
      {lines && (
        <LinesForm orderId={order.order_id} lines={lines} currency={currency} onClose={onClose} />
      )}
    </div>
  )
}

type LinesFormProps = {
  orderId: string
  lines: OrderLine[]
  currency: string
  onClose: () => void
}

const LinesForm = ({ orderId, lines, currency, onClose }: LinesFormProps) => {
  const t = useWords()
  const form = useLinesForm({ orderId, lines, currency, onClose })
  return (
    <form
      noValidate
      className="flex flex-1 flex-col overflow-hidden"
      onSubmit={(event) => {
        event.preventDefault()
        form.submit()
      }}
    >
      <Drawer.Body className="flex-1 overflow-y-auto px-4 sm:px-6">
        <ul className="divide-y">
          {form.rows.map((row) => (
            <LineFields
              key={row.line.id}
              {...row}
              currency={currency}
              onChange={(text) => form.type(row.line.id, text)}
            />
          ))}
        </ul>
      </Drawer.Body>
      <div className="border-ui-border-base grid grid-cols-2 gap-2 border-t px-4 py-3 sm:px-6">
        <Button
          type="button"
          size="large"
          variant="secondary"
          className="w-full"
          disabled={form.isPending}
          onClick={onClose}
        >
          {t("counter.back")}
        </Button>
        <Button
          type="submit"
          size="large"
          className="w-full"
          disabled={!form.canSubmit}
          isLoading={form.isPending}
        >
          {t("counter.saveLines")}
        </Button>
      </div>
    </form>
  )
}

/** The quantities as typed; only those that are others now are sent, and none while one of them is wrong. */
const useLinesForm = ({ orderId, lines, currency, onClose }: LinesFormProps) => {
  const t = useWords()
  const { money, decimalSeparator } = useFormat()
  const [typed, setTyped] = useState<Record<string, string>>({})
  const change = useChangeItems()
  const onError = useFailureToast()
  const rows = lines.map((line) => {
    const text = typed[line.id] ?? String(line.quantity).replace(".", decimalSeparator)
    return { line, text, quantity: parseQuantity(text) }
  })
  const isWrong = rows.some(
    ({ line, quantity }) => quantity === null || quantity < line.detail.fulfilled_quantity
  )
  const items = rows.flatMap(({ line, quantity }) =>
    quantity === null || quantity === line.quantity ? [] : [{ id: line.id, quantity }]
  )
  const canSubmit = !isWrong && items.length > 0
  const submit = () => {
    if (!canSubmit || change.isPending) return
    change.mutate(
      { order_id: orderId, items },
      {
        onSuccess: ({ order_ledger }) => {
          toast.success(t("counter.saved", { amount: money(order_ledger.owed, currency) }))
          onClose()
        },
        onError,
      }
    )
  }
  return {
    rows,
    type: (id: string, text: string) => setTyped((before) => ({ ...before, [id]: text })),
    canSubmit,
    isPending: change.isPending,
    submit,
  }
}
