import { Button, Drawer, Text, clx } from "@medusajs/ui"
import { useEffect, useRef, useState } from "react"
import type { OnSiteMethod } from "../../../types/http"
import { useAccountWords } from "../../hooks/use-account-words"
import { useFormat } from "../../hooks/use-format"
import { useOfferedMethods } from "../../hooks/use-offered-methods"
import { useWords } from "../../hooks/use-words"
import { parseAmount, subtract } from "../../lib/amount"
import { CashLimitTip } from "../common/cash-limit-tip"
import { MethodIcon } from "../common/method-icon"
import type { Till } from "./client-till"
import { Keypad } from "./keypad"

type OtherAmountProps = { till: Till; onBack: () => void }

/** The amount that was handed over, and what each way of recording it leaves on the account, before it is recorded. */
export const OtherAmount = ({ till, onBack }: OtherAmountProps) => {
  const t = useWords()
  const methods = useOfferedMethods() ?? []
  const { client } = till
  const { currency } = useFormat()
  const [chosen, setMethod] = useState<OnSiteMethod | null>(null)
  const method = chosen ?? methods[0] ?? null
  const [text, setText] = useState("")
  const parsed = parseAmount(text, currency(client.currency_code).digits)
  const given = parsed.ok ? parsed.value : 0
  const ways = useWays(till, method, given)
  return (
    <form
      className="flex flex-1 flex-col overflow-hidden"
      onSubmit={(event) => {
        event.preventDefault()
        ways[0]?.record()
      }}
    >
      <Drawer.Body className="flex flex-1 flex-col gap-y-3 overflow-y-auto px-4 py-3 sm:px-6">
        <MethodChoice methods={methods} method={method} onChange={setMethod} />
        <AmountInput currency={client.currency_code} text={text} onChange={setText} />
        <Keypad
          currency={client.currency_code}
          text={text}
          onChange={setText}
          withNotes={method === "cash"}
        />
        <CashLimitTip currency={client.currency_code} amount={given} isCashIn={method === "cash"} />
      </Drawer.Body>
      <div className="border-ui-border-base flex flex-col gap-y-2 border-t px-4 py-3 sm:px-6">
        {ways.map((way, index) => (
          <Button
            key={way.label}
            type={index === 0 ? "submit" : "button"}
            variant={index === 0 ? "primary" : "secondary"}
            className="w-full flex-col py-2"
            onClick={index === 0 ? undefined : way.record}
          >
            <span>{way.label}</span>
            <span className="txt-compact-xsmall opacity-80">{way.after}</span>
          </Button>
        ))}
        <Button type="button" variant="transparent" className="w-full" onClick={onBack}>
          {t("counter.back")}
        </Button>
      </div>
    </form>
  )
}

type Way = { label: string; after: string; record: () => void }

/** All that was given; and first, where cash is more than what is asked, the change given back. */
const useWays = (till: Till, method: OnSiteMethod | null, given: number): Way[] => {
  const t = useWords()
  const words = useAccountWords()
  const { money, currency } = useFormat()
  const { client, collection } = till
  const code = client.currency_code
  const { digits } = currency(code)
  if (!method || given === 0) return []
  const wayOf = (label: string, amount: number, change: number): Way => ({
    label,
    after: t("counter.afterwards", {
      balance: words.balance({ ...client, balance: subtract(client.balance, -amount, digits) }),
    }),
    record: () => till.record(method, amount, change),
  })
  const change = subtract(given, collection.amount, digits)
  if (method !== "cash" || change <= 0 || collection.amount === 0) {
    return [wayOf(t("counter.record", { amount: money(given, code) }), given, 0)]
  }
  const exact = money(collection.amount, code)
  return [
    wayOf(
      t("counter.giveBack", { amount: exact, change: money(change, code) }),
      collection.amount,
      change
    ),
    wayOf(t("counter.keep", { amount: money(given, code) }), given, 0),
  ]
}

type MethodChoiceProps = {
  methods: OnSiteMethod[]
  method: OnSiteMethod | null
  onChange: (method: OnSiteMethod) => void
}

const MethodChoice = ({ methods, method, onChange }: MethodChoiceProps) => {
  const t = useWords()
  return (
    <div className="grid grid-cols-2 gap-2" role="group" aria-label={t("common.method")}>
      {methods.map((each) => (
        <Button
          key={each}
          type="button"
          variant="secondary"
          aria-pressed={each === method}
          className={clx("w-full last:odd:col-span-2", {
            "!shadow-borders-interactive-with-active": each === method,
          })}
          onClick={() => onChange(each)}
        >
          <MethodIcon method={each} />
          {t(`method.${each}`)}
        </Button>
      ))}
    </div>
  )
}

type AmountInputProps = { currency: string; text: string; onChange: (text: string) => void }

/** Shows what the pad types, and takes a real keyboard: the phone's own would cover the pad. */
const AmountInput = ({ currency, text, onChange }: AmountInputProps) => {
  const t = useWords()
  const { symbol } = useFormat().currency(currency)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  return (
    <label className="bg-ui-bg-field shadow-borders-base flex items-center gap-x-2 rounded-lg px-4 py-2">
      <Text size="small" className="text-ui-fg-subtle shrink-0">
        {t("counter.handedOver")}
      </Text>
      <input
        ref={input}
        inputMode="none"
        autoComplete="off"
        aria-label={t("counter.handedOver")}
        className="h1-core min-w-0 flex-1 bg-transparent text-right tabular-nums outline-none"
        value={text}
        placeholder="0"
        onChange={(event) => onChange(event.target.value.replace(/[^\d.,]/g, ""))}
      />
      <span className="h1-core text-ui-fg-muted">{symbol}</span>
    </label>
  )
}
