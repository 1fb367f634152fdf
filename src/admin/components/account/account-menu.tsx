import {
  ArrowUpDown,
  CodeMerge,
  EnvelopeContent,
  MinusCircle,
  PencilSquare,
  ShoppingCart,
  Tools,
  User,
} from "@medusajs/icons"
import type { AdminClientAccount } from "../../../types/http"
import { useCustomer } from "../../hooks/customers"
import { useMay } from "../../hooks/use-may"
import { useWords } from "../../hooks/use-words"
import { customerPath } from "../../lib/paths"
import { ActionMenu, type Action } from "../common/action-menu"
import type { AccountAct } from "./use-account-dialog"

type AccountMenuProps = { account: AdminClientAccount; open: (act: AccountAct) => void }

/** What is done less often than taking money. */
export const AccountMenu = ({ account, open }: AccountMenuProps) => {
  const t = useWords()
  const may = useMay()
  const { data } = useCustomer(account.customer_id)
  const byHand: Action[] = [
    {
      icon: <Tools />,
      label: t("account.action.adjustment"),
      onClick: () => open("adjustment"),
    },
    {
      icon: <MinusCircle />,
      label: t("account.action.writeOff"),
      disabled: account.balance === 0,
      onClick: () => open("write_off"),
    },
    {
      icon: <PencilSquare />,
      label: t("account.action.openingBalance"),
      onClick: () => open("opening_balance"),
    },
  ]
  const moves: Action[] = [
    { icon: <ArrowUpDown />, label: t("move.action"), onClick: () => open("move") },
  ]
  if (data && !data.customer.has_account) {
    moves.push({ icon: <CodeMerge />, label: t("merge.action"), onClick: () => open("merge") })
  }
  const rules: Action[] = [
    {
      icon: <ShoppingCart />,
      label: t("debt.accountAction"),
      onClick: () => open("debts"),
    },
  ]
  const statement: Action = {
    icon: <EnvelopeContent />,
    label: t("mail.statement.action"),
    onClick: () => open("statement"),
  }
  const elsewhere: Action[] = [
    ...(may("mail") ? [statement] : []),
    { icon: <User />, label: t("account.viewCustomer"), to: customerPath(account.customer_id) },
  ]
  return (
    <ActionMenu
      groups={[
        may("write_off") ? byHand : [],
        may("reverse") ? moves : [],
        may("configure") ? rules : [],
        elsewhere,
      ]}
    />
  )
}
