import type { StoreClientAccount } from "medusa-plugin-client-ledger/types/http"
import { Link } from "react-router-dom"
import { Entries } from "../components/entries"
import { Failure, Loading } from "../components/loading"
import { StatementForm } from "../components/statement-form"
import { useAccount, useOpenOrders } from "../hooks/account"
import { useCustomer, useLogOut } from "../hooks/session"
import { day, money } from "../lib/format"
import { words } from "../lib/words"

const w = words.account

/** Where the client stands, and how he got there. */
export const AccountScreen = () => {
  const account = useAccount()
  const customer = useCustomer()
  const logOut = useLogOut()
  if (account.error) return <Failure error={account.error} onRetry={() => void account.refetch()} />
  if (!account.data) return <Loading />
  return (
    <>
      <h1>{w.title}</h1>
      <Balance account={account.data} />
      <OpenOrders />
      <Entries account={account.data} />
      <StatementForm accountId={account.data.id} />
      <p className="hint centered">
        {customer?.email} ·{" "}
        <button type="button" className="link" onClick={() => void logOut()}>
          {words.session.logOut}
        </button>
      </p>
    </>
  )
}

const Balance = ({ account }: { account: StoreClientAccount }) => {
  const { balance, currency_code, overdue, overdue_since, expected } = account
  const amount = money(Math.abs(balance), currency_code)
  const state = balance < 0 ? "owes" : balance > 0 ? "holds" : "settled"
  const sentence = { owes: w.owes(amount), holds: w.holds(amount), settled: w.settled }[state]
  return (
    <section className={`balance balance-${state}`}>
      <p className="balance-sentence" data-testid="balance">
        {sentence}
      </p>
      {overdue > 0 && overdue_since && (
        <p>
          {overdue === -balance
            ? w.allOverdue(day(overdue_since))
            : w.overdue(money(overdue, currency_code), day(overdue_since))}
        </p>
      )}
      {expected > 0 && (
        <p>{expected === -balance ? w.allExpected : w.expected(money(expected, currency_code))}</p>
      )}
      {state === "holds" && <p>{w.holdsHint}</p>}
      {state === "settled" && <p>{w.settledHint}</p>}
      <Link to="/account/pay" className="button">
        {state === "owes" ? w.pay(amount) : w.putAside}
      </Link>
    </section>
  )
}

const OpenOrders = () => {
  const { data: orders } = useOpenOrders()
  if (!orders?.length) return null
  return (
    <section className="section">
      <h2>{w.openOrders}</h2>
      <ul className="card rows">
        {orders.map(({ id, display_id, created_at, total, currency_code, payment_status }) => (
          <li key={id}>
            <Link to={`/orders/${id}`}>
              <span>
                <strong>{words.order.number(display_id ?? 0)}</strong>
                <small>
                  {words.order.from(day(String(created_at)))}
                  {payment_status === "partially_captured" && `, ${words.order.partPaid}`}
                </small>
              </span>
              <span className="price">{money(total, currency_code)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
