import { Button, Text, clx } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"
import type { AdminClientAccount, AdminOrderLedgerResponse } from "../../../types/http"
import { useAccountWords } from "../../hooks/use-account-words"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { daysUntil } from "../../lib/locale"
import { accountPath } from "../../lib/paths"
import { Allowed } from "../common/allowed"
import { Row } from "../common/row"
import { ReceiptDrawer } from "../forms/receipt-drawer"
import { Receive } from "./receive"

export type OrderLedgerFacts = AdminOrderLedgerResponse["order_ledger"]

export const OrderLedger = ({ ledger }: { ledger: OrderLedgerFacts }) => {
  const account = ledger.client_account
  return (
    <>
      <OrderFigures ledger={ledger} />
      <Receive ledger={ledger} />
      {account && ledger.stays_on_account > 0 && (
        <StaysOnAccount account={account} amount={ledger.stays_on_account} />
      )}
      {account && <ClientBalance account={account} />}
    </>
  )
}

const OrderFigures = ({ ledger }: { ledger: OrderLedgerFacts }) => {
  const t = useWords()
  const { money, date, fromToday } = useFormat()
  const currency = ledger.currency_code
  const isOpen = ledger.owed > ledger.received
  const isOverdue = isOpen && ledger.due_on !== null && daysUntil(ledger.due_on) < 0
  return (
    <div className="divide-y">
      <Row title={t("order.owed")}>
        <span data-testid="order-owed">{money(ledger.owed, currency)}</span>
      </Row>
      <Row title={t("common.expected")}>
        <span data-testid="order-expected">{money(ledger.expected, currency)}</span>
        {ledger.promise_method && ledger.expected > 0 && (
          <span className="text-ui-fg-muted">
            {" "}
            {t("order.promisedBy", { method: t(`method.${ledger.promise_method}`).toLowerCase() })}
          </span>
        )}
      </Row>
      <Row title={t("common.received")}>
        <span data-testid="order-received">{money(ledger.received, currency)}</span>
        {ledger.settled_by.map((credit, at) => (
          <span key={at} className="text-ui-fg-muted block" data-testid="order-settled-by">
            {t(credit.method ? `method.${credit.method}` : "order.otherCredit")}
            {credit.value_date && ` ${date(credit.value_date)}`} {money(credit.amount, currency)}
          </span>
        ))}
      </Row>
      {ledger.due_on && isOpen && (
        <Row title={t("order.due")}>
          <span className={clx({ "text-ui-tag-red-text": isOverdue })}>
            {date(ledger.due_on)} ({fromToday(ledger.due_on)})
          </span>
        </Row>
      )}
    </div>
  )
}

type StaysOnAccountProps = { account: AdminClientAccount; amount: number }

/** After a refund or a cancellation: only the administrator knows whether cash went back. */
const StaysOnAccount = ({ account, amount }: StaysOnAccountProps) => {
  const t = useWords()
  const { money } = useFormat()
  const [isPayingOut, setIsPayingOut] = useState(false)
  return (
    <div className="flex items-center justify-between gap-x-4 px-6 py-4">
      <Text size="small" leading="compact" weight="plus">
        {t("order.stays", { amount: money(amount, account.currency_code) })}
      </Text>
      <Allowed to="pay_out">
        <Button
          size="small"
          variant="secondary"
          className="shrink-0"
          onClick={() => setIsPayingOut(true)}
        >
          {t("account.action.payOut")}
        </Button>
      </Allowed>
      {isPayingOut && (
        <ReceiptDrawer
          holder={account}
          direction="out"
          proposed={Math.min(amount, Math.max(account.balance, 0)) || amount}
          onClose={() => setIsPayingOut(false)}
        />
      )}
    </div>
  )
}

const ClientBalance = ({ account }: { account: AdminClientAccount }) => {
  const t = useWords()
  const words = useAccountWords()
  return (
    <Row title={t("order.clientBalance")}>
      <Link
        to={accountPath(account.id)}
        className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover"
      >
        {words.balance(account)}
      </Link>
    </Row>
  )
}
