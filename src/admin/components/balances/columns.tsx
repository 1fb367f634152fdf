import { createDataTableColumnHelper, Text, clx } from "@medusajs/ui"
import { useMemo } from "react"
import { Link } from "react-router-dom"
import type { AdminClientAccount } from "../../../types/http"
import { useAccountWords } from "../../hooks/use-account-words"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { daysUntil } from "../../lib/locale"
import { accountPath } from "../../lib/paths"
import { BalanceBadge } from "../common/balance-badge"

const helper = createDataTableColumnHelper<AdminClientAccount>()

/** On a phone: name and balance. On a wide screen also what is due, expected, and when it last moved. */
export const useBalanceColumns = (wide: boolean) => {
  const t = useWords()
  const format = useFormat()
  const words = useAccountWords()
  return useMemo(() => {
    const sortable = {
      enableSorting: true,
      sortAscLabel: t("list.sort.asc"),
      sortDescLabel: t("list.sort.desc"),
    }
    const client = helper.accessor("customer_name", {
      header: t("common.client"),
      ...sortable,
      cell: ({ row: { original: account } }) => (
        <ClientCell account={account} name={words.name(account)} />
      ),
    })
    const balance = helper.accessor("balance", {
      header: t("common.balance"),
      align: "right",
      ...sortable,
      sortAscLabel: t("list.sort.mostOwed"),
      sortDescLabel: t("list.sort.mostHeld"),
      ...(!wide && { size: 130 }),
      cell: ({ row: { original: account } }) => (
        <BalanceCell account={account} wide={wide} signed={format.signed} />
      ),
    })
    if (!wide) return [client, balance]
    const moneyOrDash = (amount: number, currency: string) =>
      amount > 0 ? format.money(amount, currency) : "–"
    return [
      client,
      helper.display({
        id: "state",
        header: t("common.state"),
        cell: ({ row }) => <BalanceBadge account={row.original} />,
      }),
      helper.display({
        id: "due",
        header: t("list.due"),
        cell: ({ row }) => <DueCell account={row.original} fromToday={format.fromToday} />,
      }),
      helper.accessor("overdue", {
        header: t("common.overdue"),
        align: "right",
        cell: ({ row }) => moneyOrDash(row.original.overdue, row.original.currency_code),
      }),
      helper.accessor("expected", {
        header: t("common.expected"),
        align: "right",
        cell: ({ row }) => moneyOrDash(row.original.expected, row.original.currency_code),
      }),
      helper.accessor("last_entry_at", {
        header: t("list.lastEntry"),
        ...sortable,
        cell: ({ getValue }) => {
          const at = getValue()
          return at ? format.date(at) : "–"
        },
      }),
      balance,
    ]
  }, [t, format, words, wide])
}

type ClientCellProps = { account: AdminClientAccount; name: string }

const ClientCell = ({ account, name }: ClientCellProps) => (
  <div className="flex flex-col py-2">
    <Link
      to={accountPath(account.id)}
      onClick={(event) => event.stopPropagation()}
      className="txt-compact-small-plus text-ui-fg-base hover:text-ui-fg-interactive truncate"
    >
      {name}
    </Link>
    {account.customer_email && account.customer_email !== name && (
      <Text size="xsmall" leading="compact" className="text-ui-fg-muted truncate">
        {account.customer_email}
      </Text>
    )}
  </div>
)

type BalanceCellProps = {
  account: AdminClientAccount
  wide: boolean
  signed: (amount: number, currency: string) => string
}

const BalanceCell = ({ account, wide, signed }: BalanceCellProps) => (
  <div className="flex flex-col items-end gap-y-1 py-2">
    <span
      className={clx("txt-compact-small-plus tabular-nums", {
        "text-ui-tag-red-text": account.overdue > 0,
        "text-ui-fg-base": account.overdue <= 0,
      })}
    >
      {signed(account.balance, account.currency_code)}
    </span>
    {!wide && <BalanceBadge account={account} />}
  </div>
)

type DueCellProps = { account: AdminClientAccount; fromToday: (day: string) => string }

const DueCell = ({ account: { overdue_since }, fromToday }: DueCellProps) => {
  if (!overdue_since) return <>–</>
  const isPast = daysUntil(overdue_since) < 0
  return (
    <span className={isPast ? "text-ui-tag-red-text" : undefined}>{fromToday(overdue_since)}</span>
  )
}
