import type { Stripe, StripeElements } from "@stripe/stripe-js"
import { loadStripe } from "@stripe/stripe-js/pure"
import { useEffect, useRef, useState } from "react"
import { language } from "../lib/language"
import { useShop } from "../lib/shop"
import { words } from "../lib/words"
import { Failure } from "./loading"

type Props = {
  /** Of the payment that Medusa's provider has prepared. */
  clientSecret: string
  label: string
  isBusy?: boolean
  /** The card is charged, or its bank is still at it. */
  onPaid: () => void
}

/** Stripe's own fields: the card's number never passes through this page. */
const CardForm = ({ clientSecret, label, isBusy, onPaid }: Props) => {
  const key = useShop().config.stripe_publishable_key
  const place = useRef<HTMLDivElement>(null)
  const [mounted, setMounted] = useState<{ stripe: Stripe; elements: StripeElements }>()
  const [error, setError] = useState<Error>()
  const [isPaying, setPaying] = useState(false)

  useEffect(() => {
    let isGone = false
    let elements: StripeElements | undefined
    const mount = async () => {
      const stripe = key ? await loadStripe(key, { locale: language }) : null
      if (isGone || !stripe || !place.current) return
      elements = stripe.elements({ clientSecret, appearance: { theme: "stripe" } })
      elements.create("payment").mount(place.current)
      setMounted({ stripe, elements })
    }
    mount().catch(setError)
    return () => {
      isGone = true
      elements?.getElement("payment")?.destroy()
    }
  }, [key, clientSecret])

  const pay = async () => {
    if (!mounted) return
    setPaying(true)
    setError(undefined)
    const { stripe, elements } = mounted
    const answer = await stripe.confirmPayment({
      elements,
      redirect: "if_required",
      confirmParams: { return_url: location.href },
    })
    setPaying(false)
    if (answer.error) setError(new Error(answer.error.message ?? words.failed))
    else onPaid()
  }
  return (
    <div className="section">
      <div ref={place} />
      {error && <Failure error={error} />}
      <div className="bar">
        <button
          type="button"
          className="button"
          disabled={!mounted || isPaying || isBusy}
          onClick={() => void pay()}
        >
          {label}
        </button>
      </div>
    </div>
  )
}

export default CardForm
