import { Container, Skeleton, Text, clx } from "@medusajs/ui"
import type { AdminClientAccountTotals } from "../../../types/http"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { TowardsZero } from "./towards-zero"

type FigureProps = { label: string; value: string; detail: string; tone?: string }

const Figure = ({ label, value, detail, tone }: FigureProps) => (
  <div className="flex flex-col gap-y-1 px-4 py-2.5 sm:px-6 sm:py-4">
    <Text size="small" leading="compact" className="text-ui-fg-subtle">
      {label}
    </Text>
    <Text
      leading="compact"
      weight="plus"
      className={clx("sm:txt-compact-large-plus tabular-nums", tone)}
    >
      {value}
    </Text>
    <Text size="xsmall" leading="compact" className="text-ui-fg-muted max-sm:hidden">
      {detail}
    </Text>
  </div>
)

/** One currency's figures: what is owed to the market, and what the market holds. */
export const Totals = ({ totals }: { totals: AdminClientAccountTotals }) => {
  const t = useWords()
  const { money, signed } = useFormat()
  const { currency_code: currency, count } = totals
  return (
    <Container className="divide-y p-0" data-testid={`totals-${currency}`}>
      <div className="grid grid-cols-3 max-sm:py-1.5 lg:grid-cols-5 lg:divide-x">
        <Figure
          label={t("totals.owed")}
          value={money(totals.owed, currency)}
          detail={t("totals.clients", { count: count.owing })}
        />
        <Figure
          label={t("totals.overdue")}
          value={money(totals.overdue, currency)}
          detail={t("totals.clients", { count: count.overdue })}
          tone={totals.overdue > 0 ? "text-ui-tag-red-text" : undefined}
        />
        <Figure
          label={t("totals.expected")}
          value={money(totals.expected, currency)}
          detail={t("totals.expectedHint")}
        />
        <Figure
          label={t("totals.inCredit")}
          value={money(totals.in_credit, currency)}
          detail={t("totals.clients", { count: count.in_credit })}
        />
        <Figure
          label={t("totals.net")}
          value={signed(totals.net, currency)}
          detail={t("totals.netHint")}
        />
      </div>
      <TowardsZero totals={totals} />
    </Container>
  )
}

export const TotalsSkeleton = () => (
  <Container className="p-0">
    <div className="grid grid-cols-3 gap-4 px-6 py-4 lg:grid-cols-5">
      {[1, 2, 3, 4, 5].map((figure) => (
        <Skeleton key={figure} className="h-14 w-full" />
      ))}
    </div>
  </Container>
)
