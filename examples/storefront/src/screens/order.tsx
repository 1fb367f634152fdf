import type { StoreOrder } from "@medusajs/types"
import { Link, useParams, useSearchParams } from "react-router-dom"
import { Failure, Loading } from "../components/loading"
import { MethodDetails } from "../components/method-details"
import { useAccount, useOrder, usePaymentInstructions } from "../hooks/account"
import { money } from "../lib/format"
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
      <HowToPay order={order.data} accountId={account.id} />
      {search.has("with_debt") && account.balance < 0 && (
        <Link to="/account/pay" className="button">
          {words.account.pay(money(-account.balance, account.currency_code))}
        </Link>
      )}
      <Link to="/account" className="button button-quiet">
        {words.order.seeAccount}
      </Link>
      <Link to="/" className="button button-quiet">
        {words.order.goOn}
      </Link>
    </>
  )
}

const HowToPay = ({ order, accountId }: { order: StoreOrder; accountId: string }) => {
  const instructions = usePaymentInstructions(
    accountId,
    order.total > 0 ? String(order.total) : undefined
  )
  const payments = order.payment_collections?.flatMap(({ payments }) => payments ?? []) ?? []
  if (order.total === 0 || order.payment_status === "captured") {
    return <p className="card centered">{words.order.paid}</p>
  }
  const method = instructions.data?.methods.find(({ provider_id }) =>
    payments.some((payment) => payment.provider_id === provider_id)
  )
  return (
    <section className="card">
      <h2>
        {method?.title} <span className="price">{money(order.total, order.currency_code)}</span>
      </h2>
      {instructions.isPending && <Loading />}
      {method && <MethodDetails method={method} />}
    </section>
  )
}
