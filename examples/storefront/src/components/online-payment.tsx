import { useMutation, useQuery } from "@tanstack/react-query"
import type { StoreClientAccount } from "medusa-plugin-client-ledger/types/http"
import { lazy, Suspense } from "react"
import { beginTopUp, confirmTopUp } from "../api/top-ups"
import { listProviders } from "../api/checkout"
import { useAccountReadAgain } from "../hooks/account"
import { isStripe } from "../hooks/checkout"
import { money } from "../lib/format"
import { useShop } from "../lib/shop"
import { words } from "../lib/words"
import { Failure, Loading } from "./loading"

const CardForm = lazy(() => import("./card-form"))

type Props = { account: StoreClientAccount; amount: string }

/** Pays on the account by card. Not there without Stripe's key, or where the region offers no card. */
export const OnlinePayment = (props: Props) => {
  const shop = useShop()
  const { data: providers } = useQuery({
    queryKey: ["providers"],
    queryFn: () => listProviders(shop),
    enabled: Boolean(shop.config.stripe_publishable_key),
  })
  const provider = providers?.find(isStripe)
  return provider ? <TopUp {...props} provider={provider} /> : null
}

const TopUp = ({ account, amount, provider }: Props & { provider: string }) => {
  const { sdk } = useShop()
  const readAgain = useAccountReadAgain()
  const begin = useMutation({
    mutationFn: () => beginTopUp(sdk, account.id, { amount, provider_id: provider }),
  })
  const confirm = useMutation({
    mutationFn: (topUpId: string) => confirmTopUp(sdk, account.id, topUpId),
    onSettled: readAgain,
  })
  const topUp = begin.data
  const shown = money(Number(amount), account.currency_code)
  const secret = topUp?.payment_session?.data.client_secret
  if (confirm.data) {
    const isIn = confirm.data.status === "paid"
    return <p className="notice notice-good">{isIn ? words.pay.done(shown) : words.pay.pending}</p>
  }
  return (
    <section className="card section">
      <h2>{words.pay.onlineTitle}</h2>
      {topUp === null && <p className="hint">{words.pay.notOffered}</p>}
      {begin.error && <Failure error={begin.error} />}
      {confirm.error && topUp && (
        <Failure error={confirm.error} onRetry={() => confirm.mutate(topUp.id)} />
      )}
      {topUp && typeof secret === "string" ? (
        <Suspense fallback={<Loading />}>
          <CardForm
            clientSecret={secret}
            label={words.pay.online(shown)}
            isBusy={confirm.isPending}
            onPaid={() => confirm.mutate(topUp.id)}
          />
        </Suspense>
      ) : (
        topUp !== null && (
          <button
            type="button"
            className="button"
            disabled={begin.isPending}
            onClick={() => begin.mutate()}
          >
            {words.pay.online(shown)}
          </button>
        )
      )}
    </section>
  )
}
