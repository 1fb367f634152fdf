import { Button, Container, Heading, InlineTip, Text } from "@medusajs/ui"
import { useState } from "react"
import type { AdminClosingPreview } from "../../../types/http"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { Allowed } from "../common/allowed"
import { MethodIcon } from "../common/method-icon"
import { ClosingWizard } from "./closing-wizard"

type PreviewSectionProps = {
  preview: AdminClosingPreview
  onCurrency: (currency: string) => void
}

/** What waits to be closed, and the way to close it. */
export const PreviewSection = ({ preview, onCurrency }: PreviewSectionProps) => {
  const t = useWords()
  const { money } = useFormat()
  const [isOpen, setIsOpen] = useState(false)
  const currency = preview.currency_code
  const isEmpty = preview.receipts === 0 && preview.reversals === 0
  return (
    <Container className="divide-y p-0">
      <div className="flex items-start justify-between gap-x-4 px-6 py-4">
        <div>
          <Heading>{t("closing.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {isEmpty ? t("closing.nothingText") : waiting(preview, t)}
          </Text>
        </div>
        <Allowed to="close">
          <Button
            size="small"
            className="shrink-0"
            disabled={isEmpty}
            onClick={() => setIsOpen(true)}
          >
            {t("closing.start")}
          </Button>
        </Allowed>
      </div>
      {preview.currencies.length > 1 && (
        <div className="flex gap-x-2 px-6 py-3">
          {preview.currencies.map((code) => (
            <Button
              key={code}
              size="small"
              variant={code === currency ? "secondary" : "transparent"}
              aria-pressed={code === currency}
              onClick={() => onCurrency(code)}
            >
              {code.toUpperCase()}
            </Button>
          ))}
        </div>
      )}
      {currency && !isEmpty && (
        <>
          <Warnings preview={preview} />
          <ul className="divide-y">
            {preview.methods.map((each) => (
              <li key={each.method} className="flex items-center gap-x-2 px-6 py-3">
                <span className="text-ui-fg-subtle">
                  <MethodIcon method={each.method} />
                </span>
                <Text size="small" weight="plus" className="flex-1">
                  {t(`method.${each.method}`)}
                </Text>
                <Text size="small" className="tabular-nums">
                  {money(each.expected, currency)}
                </Text>
              </li>
            ))}
          </ul>
        </>
      )}
      {isOpen && <ClosingWizard preview={preview} onClose={() => setIsOpen(false)} />}
    </Container>
  )
}

const waiting = (preview: AdminClosingPreview, t: ReturnType<typeof useWords>) =>
  [
    t("closing.payments", { count: preview.receipts }),
    ...(preview.reversals ? [t("closing.reversals", { count: preview.reversals })] : []),
  ].join(", ")

const Warnings = ({ preview }: { preview: AdminClosingPreview }) => {
  const t = useWords()
  const { money } = useFormat()
  const { cash_limit: limit, above_cash_limit: above, currency_code } = preview
  const hasUnspecified = preview.methods.some(({ method }) => method === "on_site")
  if (!above.length && !hasUnspecified) return null
  const names = above.map(
    ({ customer_name, amount }) =>
      `${customer_name ?? t("common.unnamed")} (${money(amount, currency_code ?? "eur")})`
  )
  return (
    <div className="flex flex-col gap-y-2 px-6 py-4">
      {above.length > 0 && limit !== null && (
        <InlineTip
          variant="warning"
          label={t("closing.aboveLimit", { limit: money(limit, currency_code ?? "eur") })}
        >
          {t("closing.aboveLimitText", { names: names.join(", ") })}
        </InlineTip>
      )}
      {hasUnspecified && (
        <InlineTip variant="warning" label={t("closing.unspecified")}>
          {t("closing.unspecifiedText")}
        </InlineTip>
      )}
    </div>
  )
}
