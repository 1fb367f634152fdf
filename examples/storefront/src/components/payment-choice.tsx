import { useOffers } from "../hooks/checkout"
import { words } from "../lib/words"
import { Choice } from "./choice"
import { Failure, Loading } from "./loading"

type Props = {
  chosen: string | undefined
  isBusy: boolean
  choose: (providerId: string) => void
}

const CARD = { title: words.checkout.card, instructions: words.checkout.cardHint }

/** The ways to pay, each in the market's own words. */
export const PaymentChoice = ({ chosen, isBusy, choose }: Props) => {
  const offers = useOffers(CARD)
  return (
    <section className="section">
      <h2>{words.checkout.payment}</h2>
      {offers.isPending && <Loading />}
      {offers.error && <Failure error={offers.error} onRetry={() => void offers.refetch()} />}
      {offers.data?.map(({ provider_id, title, instructions }) => (
        <Choice
          key={provider_id}
          group="payment"
          title={title}
          hint={instructions}
          isChosen={provider_id === chosen}
          isDisabled={isBusy}
          choose={() => choose(provider_id)}
        />
      ))}
    </section>
  )
}
