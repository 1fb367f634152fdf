import { Button, Drawer, Input, Label, Switch, Text } from "@medusajs/ui"
import { useId } from "react"
import { Link } from "react-router-dom"
import { useAccountWords } from "../../hooks/use-account-words"
import { useFormat } from "../../hooks/use-format"
import { useOfferedMethods } from "../../hooks/use-offered-methods"
import { useWords } from "../../hooks/use-words"
import { subtract } from "../../lib/amount"
import { SETTINGS_PATH } from "../../lib/paths"
import { Allowed } from "../common/allowed"
import { CashLimitTip } from "../common/cash-limit-tip"
import { MethodIcon } from "../common/method-icon"
import type { Till } from "./client-till"
import { WhatIsPaid } from "./what-is-paid"

type PayNowProps = { till: Till; onEditLines: (orderId: string) => void; onOther: () => void }

export const PayNow = ({ till, onEditLines, onOther }: PayNowProps) => (
  <>
    <Drawer.Body className="flex flex-1 flex-col gap-y-4 overflow-y-auto px-4 sm:px-6">
      <WhatIsPaid till={till} onEditLines={onEditLines} />
      <CashLimitTip currency={till.client.currency_code} amount={till.collection.amount} isCashIn />
    </Drawer.Body>
    <div className="border-ui-border-base flex flex-col gap-y-3 border-t px-4 py-3 sm:px-6">
      <Total till={till} />
      <Allowed to="record">
        <Extras till={till} />
        <MethodButtons till={till} />
        <Button variant="secondary" size="large" className="w-full" onClick={onOther}>
          <OtherAmountLabel />
        </Button>
      </Allowed>
    </div>
  </>
)

const OtherAmountLabel = () => <>{useWords()("counter.otherAmount")}</>

const Total = ({ till: { client, collection } }: { till: Till }) => {
  const t = useWords()
  const words = useAccountWords()
  const { money, currency } = useFormat()
  const { digits } = currency(client.currency_code)
  const after = subtract(client.balance, -collection.amount, digits)
  return (
    <div className="flex items-end justify-between gap-x-4">
      <div>
        <Text weight="plus" leading="compact">
          {t("counter.toCollect")}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {collection.amount > 0
            ? t("counter.afterwards", { balance: words.balance({ ...client, balance: after }) })
            : t("counter.nothing")}
        </Text>
      </div>
      <span className="text-ui-fg-base text-3xl font-medium tabular-nums" data-testid="to-collect">
        {money(collection.amount, client.currency_code)}
      </span>
    </div>
  )
}

/** What goes along with the payment, and is seldom touched. */
const Extras = ({ till }: { till: Till }) => {
  const t = useWords()
  const id = useId()
  const canPickUp = till.client.orders.some((order) => !order.picked_up)
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <div className="min-w-40 flex-1">
        <Input
          size="small"
          autoComplete="off"
          aria-label={t("counter.reference")}
          placeholder={t("counter.reference")}
          value={till.reference}
          onChange={(event) => till.setReference(event.target.value)}
        />
      </div>
      {canPickUp && (
        <div className="flex items-center gap-x-2">
          <Switch
            id={id}
            size="small"
            checked={till.pickUpToo}
            onCheckedChange={till.setPickUpToo}
          />
          <Label htmlFor={id} size="small">
            {t("counter.pickUpToo")}
          </Label>
        </div>
      )}
    </div>
  )
}

/** One tap records the exact amount; the method that was promised stands out. */
const MethodButtons = ({ till }: { till: Till }) => {
  const t = useWords()
  const { money } = useFormat()
  const methods = useOfferedMethods()
  const { client, collection } = till
  const promised = client.orders.find((order) => order.open > 0)?.promise_method
  if (!methods) return null
  if (!methods.length) {
    return (
      <Text size="small">
        {t("counter.noMethod")}{" "}
        <Link to={SETTINGS_PATH} className="text-ui-fg-interactive">
          {t("list.off.link")}
        </Link>
      </Text>
    )
  }
  const amount = money(collection.amount, client.currency_code)
  return (
    <div className="grid grid-cols-2 gap-2">
      {methods.map((method) => (
        <Button
          key={method}
          size="large"
          className="w-full last:odd:col-span-2"
          variant={method === promised || methods.length === 1 ? "primary" : "secondary"}
          disabled={collection.amount === 0}
          aria-label={t("counter.byMethod", { method: t(`method.${method}`), amount })}
          onClick={() => till.record(method, collection.amount)}
        >
          <MethodIcon method={method} />
          {t(`method.${method}`)}
        </Button>
      ))}
    </div>
  )
}
