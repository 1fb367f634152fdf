import { Container, Heading, StatusBadge, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { Link } from "react-router-dom"
import type { AdminClosingDetails } from "../../../types/http"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { accountPath, orderPath } from "../../lib/paths"
import { Row } from "../common/row"
import { Amounts } from "./check-step"

type ClosingProps = { closing: AdminClosingDetails }
type SectionProps = { title: string; isEmpty?: boolean; children: ReactNode }

const Section = ({ title, isEmpty, children }: SectionProps) => {
  const t = useWords()
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{title}</Heading>
      </div>
      {isEmpty ? (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("closing.none")}
        </Text>
      ) : (
        children
      )}
    </Container>
  )
}

export const MethodsSection = ({ closing }: ClosingProps) => {
  const t = useWords()
  return (
    <Section title={t("closing.methods")}>
      {closing.methods.map((method) => (
        <div key={method.method} className="flex flex-col gap-y-2 px-6 py-4">
          <Text size="small" weight="plus">
            {t(`method.${method.method}`)}
          </Text>
          <Amounts comparison={method} currency={closing.currency_code} />
          {method.reason && (
            <Text size="small" className="text-ui-fg-subtle">
              {method.reason}
            </Text>
          )}
        </div>
      ))}
    </Section>
  )
}

export const ReceiptsSection = ({ closing }: ClosingProps) => {
  const t = useWords()
  const { signed, date } = useFormat()
  return (
    <Section title={t("closing.receipts")}>
      {closing.receipts.map((receipt) => {
        const isOut = (receipt.direction === "out") !== receipt.reversal
        const what = [
          receipt.reversal && t("closing.reversal"),
          t(`method.${receipt.method}`),
          receipt.reference,
          date(receipt.value_date),
        ]
        return (
          <Line
            key={`${receipt.receipt_id} ${receipt.reversal}`}
            to={accountPath(receipt.client_account_id)}
            title={receipt.customer_name ?? t("common.unnamed")}
            detail={what.filter(Boolean).join(" · ")}
          >
            <Text size="small" className="tabular-nums">
              {signed(isOut ? -receipt.amount : receipt.amount, closing.currency_code)}
            </Text>
          </Line>
        )
      })}
    </Section>
  )
}

export const OrdersSection = ({ closing }: ClosingProps) => {
  const t = useWords()
  const { money } = useFormat()
  const colors = { unpaid: "red", part_paid: "orange", overpaid: "blue", paid: "green" } as const
  return (
    <Section title={t("closing.orders")} isEmpty={closing.orders.length === 0}>
      {closing.orders.map((order) => (
        <Line
          key={order.order_id}
          to={orderPath(order.order_id)}
          title={`#${order.display_id ?? ""} ${order.customer_name ?? ""}`}
          detail={t("closing.owedPaid", {
            owed: money(order.owed, closing.currency_code),
            paid: money(order.paid, closing.currency_code),
          })}
        >
          <StatusBadge color={colors[order.state]}>{t(`closing.state.${order.state}`)}</StatusBadge>
        </Line>
      ))}
    </Section>
  )
}

type LineProps = { to: string; title: string; detail: string; children: ReactNode }

const Line = ({ to, title, detail, children }: LineProps) => (
  <div className="flex items-center justify-between gap-x-4 px-6 py-3">
    <div className="min-w-0">
      <Link to={to} className="txt-compact-small-plus hover:text-ui-fg-interactive">
        {title}
      </Link>
      <Text size="xsmall" className="text-ui-fg-muted truncate">
        {detail}
      </Text>
    </div>
    <div className="shrink-0">{children}</div>
  </div>
)

export const TotalsSection = ({ closing }: ClosingProps) => {
  const t = useWords()
  const { money } = useFormat()
  return (
    <Section title={t("closing.totals")}>
      {(["day", "month", "year", "ever"] as const).map((period) => (
        <Row key={period} title={t(`closing.periods.${period}`)}>
          {money(closing.totals[period].net, closing.currency_code)}
        </Row>
      ))}
    </Section>
  )
}

export const TaxesSection = ({ closing }: ClosingProps) => {
  const t = useWords()
  const { money, number } = useFormat()
  return (
    <Section title={t("closing.taxes")} isEmpty={closing.taxes.length === 0}>
      {closing.taxes.map(({ rate, base, tax }) => (
        <Row key={rate} title={t("closing.rate", { rate: number(rate) })}>
          {t("closing.taxOf", {
            tax: money(tax, closing.currency_code),
            base: money(base, closing.currency_code),
          })}
        </Row>
      ))}
    </Section>
  )
}

export const ProofSection = ({ closing }: ClosingProps) => {
  const t = useWords()
  const hash = (text: string) => <span className="break-all font-mono">{text}</span>
  return (
    <Section title="SHA-256">
      <Row title={t("closing.hash")}>{hash(closing.hash)}</Row>
      <Row title={t("closing.previousHash")}>
        {closing.previous_hash ? hash(closing.previous_hash) : t("closing.none")}
      </Row>
      <Row title={t("closing.digest")}>{hash(closing.chain_digest)}</Row>
    </Section>
  )
}
