import { Button, Hint, Input, Text } from "@medusajs/ui"
import type { OrderLine } from "../../hooks/counter"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"

type LineFieldsProps = {
  line: OrderLine
  /** As typed: "0,85". */
  text: string
  /** Null when it can't be read. */
  quantity: number | null
  currency: string
  onChange: (text: string) => void
}

/** One line: its weight or number, and a tap for what isn't there. */
export const LineFields = ({ line, text, quantity, currency, onChange }: LineFieldsProps) => {
  const t = useWords()
  const { money, number } = useFormat()
  const { title, variant_title: variant, unit_price: price } = line
  const fulfilled = line.detail.fulfilled_quantity
  const error =
    quantity === null
      ? t("counter.quantityInvalid")
      : quantity < fulfilled && t("counter.quantityTooLow", { quantity: number(fulfilled) })
  return (
    <li className="grid grid-cols-[1fr_6rem_auto] items-center gap-x-2 gap-y-1 py-3">
      <div className="min-w-0">
        <Text size="small" weight="plus" className="break-words">
          {[title, variant].filter(Boolean).join(" · ")}
        </Text>
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t("counter.perUnit", { price: money(price, currency) })}
          {fulfilled > 0 && ` · ${t("counter.handedOverAlready", { quantity: number(fulfilled) })}`}
        </Text>
      </div>
      <Input
        inputMode="decimal"
        autoComplete="off"
        className="text-right tabular-nums"
        aria-label={t("counter.quantityOf", { title })}
        aria-invalid={error ? true : undefined}
        value={text}
        onFocus={(event) => event.target.select()}
        onChange={(event) => onChange(event.target.value)}
      />
      <Button
        type="button"
        size="small"
        variant="secondary"
        disabled={fulfilled > 0}
        aria-label={t("counter.missingOf", { title })}
        onClick={() => onChange("0")}
      >
        {t("counter.missing")}
      </Button>
      {error && (
        <Hint variant="error" role="alert" className="col-span-full">
          {error}
        </Hint>
      )}
    </li>
  )
}
