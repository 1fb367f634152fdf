import type { StoreOrder } from "@medusajs/types"
import { Link, useParams, useSearchParams } from "react-router-dom"
import { Failure, Loading } from "../components/loading"
import { MethodDetails } from "../components/method-details"
import { useAccount, useOrder, usePaymentInstructions } from "../hooks/account"
import { digitsOf, money } from "../lib/format"
import { words } from "../lib/words"

/** Thank you; and how to pay, by the method that was chosen. */
export const OrderScreen = () => {
  const { id = "" } = useParams()
  const [search] = useSearchParams()
  const order = useOrder(id)
  const { data: account } = useAccount()
  if (order.error) return <Failure error={order.error} onRetry={() => void order.refetch()} />
  if (!order.data || !account) return <Loading />
  const { display_id = 0 } = order.data
  return (
    <>
      <div className="thanks">
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M5 12.5l4.5 4.5L19 7.5" />
        </svg>
        <h1>{words.order.thanks}</h1>
        <p>{words.order.placed(display_id)}</p>
      </div>
      <HowToPay order={order.data} accountId={account.id} debt={Number(search.get("with_debt"))} />
      <Link to="/account" className="button button-quiet">
        {words.order.seeAccount}
      </Link>
      <Link to="/" className="button button-quiet">
        {words.order.goOn}
      </Link>
    </>
  )
}

type Props = { order: StoreOrder; accountId: string; debt: number }

/** By the method that was chosen: the order, and what is paid with it of the debt from before. */
const HowToPay = ({ order, accountId, debt }: Props) => {
  const currency = order.currency_code
  if (order.total === 0 || order.payment_status === "captured") {
    return (
      <>
        <p className="card centered">{words.order.paid}</p>
        {debt > 0 && (
          <Link to={`/account/pay?amount=${debt}`} className="button">
            {words.checkout.oldDebt(money(debt, currency))}
          </Link>
        )}
      </>
    )
  }
  return <Instructions order={order} accountId={accountId} debt={debt} />
}

const Instructions = ({ order, accountId, debt }: Props) => {
  const currency = order.currency_code
  const amount = order.total + debt
  const exact = amount.toFixed(digitsOf(currency))
  const { data, error, isPending, refetch } = usePaymentInstructions(accountId, exact)
  const payments = order.payment_collections?.flatMap(({ payments }) => payments ?? []) ?? []
  const method = data?.methods.find(({ provider_id }) =>
    payments.some((payment) => payment.provider_id === provider_id)
  )
  return (
    <section className="card">
      <h2>
        {method?.title ?? words.checkout.toPay}
        <span className="price" data-testid="to-pay">
          {money(amount, currency)}
        </span>
      </h2>
      {debt > 0 && <p className="hint">{words.order.withLastTime(money(debt, currency))}</p>}
      {isPending && <Loading />}
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {method && <MethodDetails method={method} />}
    </section>
  )
}
