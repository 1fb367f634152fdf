import { Button, Container, Copy, Heading, Text, clx } from "@medusajs/ui"
import type { AdminClientAccount } from "../../../types/http"
import { useAccountWords } from "../../hooks/use-account-words"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { Allowed } from "../common/allowed"
import { BalanceBadge } from "../common/balance-badge"
import { AccountMenu } from "./account-menu"
import { useAccountDialog } from "./use-account-dialog"

/** Who it is and where he stands, in words; and everything that can be done about it. */
export const AccountHeader = ({ account }: { account: AdminClientAccount }) => {
  const t = useWords()
  const words = useAccountWords()
  const { open, dialog } = useAccountDialog(account)
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-col gap-4 px-6 py-4 md:flex-row md:items-start md:justify-between">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Heading className="truncate">{words.name(account)}</Heading>
            <BalanceBadge account={account} />
          </div>
          {account.customer_email && (
            <Text size="small" className="text-ui-fg-subtle truncate">
              {account.customer_email}
            </Text>
          )}
          <Text
            size="xlarge"
            weight="plus"
            data-testid="balance-in-words"
            className={clx("mt-3", { "text-ui-tag-red-text": account.overdue > 0 })}
          >
            {words.balance(account)}
          </Text>
        </div>
        <div className="flex items-center gap-x-2">
          <Allowed to="record">
            <Button size="small" className="max-md:flex-1" onClick={() => open("in")}>
              {t("account.action.receive")}
            </Button>
          </Allowed>
          <Allowed to="pay_out">
            <Button
              size="small"
              variant="secondary"
              className="max-md:flex-1"
              onClick={() => open("out")}
            >
              {t("account.action.payOut")}
            </Button>
          </Allowed>
          <AccountMenu account={account} open={open} />
        </div>
      </div>
      <AccountFacts account={account} />
      {dialog}
    </Container>
  )
}

const AccountFacts = ({ account }: { account: AdminClientAccount }) => {
  const t = useWords()
  const { money, fromToday, date } = useFormat()
  const currency = account.currency_code
  const facts = [
    { label: t("common.overdue"), value: money(account.overdue, currency) },
    { label: t("common.expected"), value: money(account.expected, currency) },
    {
      label: t("list.due"),
      value: account.overdue_since
        ? `${fromToday(account.overdue_since)} (${date(account.overdue_since)})`
        : "–",
    },
    {
      label: t("list.lastEntry"),
      value: account.last_entry_at ? date(account.last_entry_at) : "–",
    },
    { label: t("transferReference.label"), value: <TransferReference account={account} /> },
  ]
  return (
    <dl className="grid grid-cols-2 gap-x-4 gap-y-3 px-6 py-4 md:grid-cols-5">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt className="txt-compact-small text-ui-fg-subtle">{label}</dt>
          <dd className="txt-compact-small-plus mt-1 tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** As the bank's statement shows it, to be searched for there. */
const TransferReference = ({ account: { reference } }: { account: AdminClientAccount }) => {
  const t = useWords()
  return (
    <span className="flex items-center gap-x-1">
      {reference}
      <Copy content={reference} variant="mini" aria-label={t("transferReference.copy")} />
    </span>
  )
}
