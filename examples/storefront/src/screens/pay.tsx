import type { StoreClientAccount } from "medusa-plugin-client-ledger/types/http"
import { useState } from "react"
import { useSearchParams } from "react-router-dom"
import { Keypad } from "../components/keypad"
import { Failure, Loading } from "../components/loading"
import { MethodDetails, type MethodInstructions } from "../components/method-details"
import { OnlinePayment } from "../components/online-payment"
import { useAccount, usePaymentInstructions } from "../hooks/account"
import { typedFrom, written } from "../lib/amount"
import { digitsOf, money } from "../lib/format"
import { words } from "../lib/words"

/** Pays what is owed, or any amount, on the account itself. */
export const PayScreen = () => {
  const account = useAccount()
  if (account.error) return <Failure error={account.error} onRetry={() => void account.refetch()} />
  return account.data ? <Pay account={account.data} /> : <Loading />
}

const Pay = ({ account }: { account: StoreClientAccount }) => {
  const [search] = useSearchParams()
  const currency = account.currency_code
  const asked = Number(search.get("amount")) || Math.max(0, -account.balance)
  const [amount, setAmount] = useState(() => typedFrom(asked, digitsOf(currency)))
  const [isTyping, setTyping] = useState(asked === 0)
  const exact = written(amount)
  const isNothing = amount.digits === ""
  return (
    <>
      <h1>{words.pay.title}</h1>
      <section className="card amount">
        <span className="label">{words.pay.amount}</span>
        <output data-testid="amount">{money(Number(exact), currency)}</output>
        {isTyping ? (
          <Keypad
            amount={amount}
            onChange={setAmount}
            onDone={() => setTyping(false)}
            isDone={!isNothing}
          />
        ) : (
          <button type="button" className="button button-quiet" onClick={() => setTyping(true)}>
            {words.pay.change}
          </button>
        )}
      </section>
      {!isTyping && !isNothing && (
        <>
          <OnlinePayment key={exact} account={account} amount={exact} />
          <Methods accountId={account.id} amount={exact} />
        </>
      )}
    </>
  )
}

const isAtHome = ({ method }: MethodInstructions) => method === "transfer"
const atHomeFirst = (a: MethodInstructions, b: MethodInstructions) =>
  Number(isAtHome(b)) - Number(isAtHome(a))

/** Each way to pay in a fold; that of the bank transfer, which can be done at home, is the first, and open. */
const Methods = ({ accountId, amount }: { accountId: string; amount: string }) => {
  const instructions = usePaymentInstructions(accountId, amount)
  const { data, error, isPending, refetch } = instructions
  return (
    <section className="section">
      <h2>{words.pay.how}</h2>
      {isPending && <Loading />}
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {data?.methods.toSorted(atHomeFirst).map((method) => (
        <details key={method.method} className="card fold" open={isAtHome(method)}>
          <summary>{method.title}</summary>
          <MethodDetails method={method} />
        </details>
      ))}
    </section>
  )
}
