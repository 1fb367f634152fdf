import { Checkbox, createDataTableColumnHelper, Text, clx } from "@medusajs/ui"
import { useMemo } from "react"
import { Link } from "react-router-dom"
import type { AdminClientAccount } from "../../../types/http"
import { useAccountWords } from "../../hooks/use-account-words"
import { useNextStep } from "../../hooks/use-next-step"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { accountPath } from "../../lib/paths"
import { BalanceBadge } from "../common/balance-badge"

const helper = createDataTableColumnHelper<AdminClientAccount>()

/** On a phone: name and balance. On a wide screen also what is due, expected, and when it last moved. */
export const useBalanceColumns = (wide: boolean) => {
  const t = useWords()
  const format = useFormat()
  const words = useAccountWords()
  const nextStep = useNextStep()
  return useMemo(() => {
    const sortable = {
      enableSorting: true,
      sortAscLabel: t("list.sort.asc"),
      sortDescLabel: t("list.sort.desc"),
    }
    const select = helper.select({
      header: ({ table }) => (
        <PickBox
          label={t("zero.pickAll")}
          checked={
            table.getIsSomePageRowsSelected() ? "indeterminate" : table.getIsAllPageRowsSelected()
          }
          onChange={(on) => table.toggleAllPageRowsSelected(on)}
          isDisabled={!table.getRowModel().rows.some((row) => row.getCanSelect())}
        />
      ),
      cell: ({ row }) => (
        <PickBox
          label={t("zero.pick", { name: words.name(row.original) })}
          checked={row.getIsSelected()}
          onChange={(on) => row.toggleSelected(on)}
          isDisabled={!row.getCanSelect()}
        />
      ),
    })
    const client = helper.accessor("customer_name", {
      header: t("common.client"),
      ...sortable,
      cell: ({ row: { original: account } }) => (
        <ClientCell
          account={account}
          name={words.name(account)}
          nextStep={wide ? undefined : nextStep(account)}
        />
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
    if (!wide) return [select, client, balance]
    const moneyOrDash = (amount: number, currency: string) =>
      amount > 0 ? format.money(amount, currency) : "–"
    return [
      select,
      client,
      helper.display({
        id: "state",
        header: t("common.state"),
        cell: ({ row }) => <BalanceBadge account={row.original} />,
      }),
      helper.display({
        id: "next",
        header: t("zero.next"),
        cell: ({ row }) => <NextStep account={row.original} text={nextStep(row.original)} />,
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
  }, [t, format, words, nextStep, wide])
}

type PickBoxProps = {
  label: string
  checked: boolean | "indeterminate"
  onChange: (checked: boolean) => void
  isDisabled: boolean
}

const PickBox = ({ label, checked, onChange, isDisabled }: PickBoxProps) => (
  <Checkbox
    aria-label={label}
    checked={checked}
    disabled={isDisabled}
    onClick={(event) => event.stopPropagation()}
    onCheckedChange={(on) => onChange(on === true)}
  />
)

type ClientCellProps = {
  account: AdminClientAccount
  name: string
  /** Under the name where there is no column for it. */
  nextStep?: string
}

const ClientCell = ({ account, name, nextStep }: ClientCellProps) => (
  <div className="flex flex-col py-2">
    <Link
      to={accountPath(account.id)}
      onClick={(event) => event.stopPropagation()}
      className="txt-compact-small-plus text-ui-fg-base hover:text-ui-fg-interactive truncate"
    >
      {name}
    </Link>
    {nextStep ? (
      <Text size="xsmall" leading="compact" className="text-ui-fg-muted whitespace-normal">
        {nextStep}
      </Text>
    ) : (
      account.customer_email &&
      account.customer_email !== name && (
        <Text size="xsmall" leading="compact" className="text-ui-fg-muted truncate">
          {account.customer_email}
        </Text>
      )
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

type NextStepProps = { account: AdminClientAccount; text: string }

const NextStep = ({ account, text }: NextStepProps) => (
  <span
    title={text}
    className={clx("truncate", {
      "text-ui-tag-red-text": account.next_step === "remind",
      "text-ui-fg-muted": account.next_step === "none",
    })}
  >
    {text}
  </span>
)
