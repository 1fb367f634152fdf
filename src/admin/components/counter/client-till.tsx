import { useState } from "react"
import type { AdminCounterClient, OnSiteMethod } from "../../../types/http"
import type { CounterGesture } from "../../hooks/use-counter-gesture"
import { useFormat } from "../../hooks/use-format"
import { useRemembered } from "../../hooks/use-remembered"
import { collectionOf, likelySelection, type Selection } from "../../lib/counter"
import { OrderLines } from "./order-lines"
import { OtherAmount } from "./other-amount"
import { PayNow } from "./pay-now"

type ClientTillProps = { client: AdminCounterClient; gesture: CounterGesture }

/** What a tap is about to record. */
export type Till = {
  client: AdminCounterClient
  selection: Selection
  select: (selection: Selection) => void
  /** To collect for the selection, and what the account takes off. */
  collection: ReturnType<typeof collectionOf>
  reference: string
  setReference: (reference: string) => void
  pickUpToo: boolean
  setPickUpToo: (on: boolean) => void
  /** Records an amount above zero; `change` goes back to the client and isn't recorded. */
  record: (method: OnSiteMethod, amount: number, change?: number) => void
}

/** One tap for the exact amount, the pad for another one, or an order's lines put right first. */
export const ClientTill = ({ client, gesture }: ClientTillProps) => {
  const { currency } = useFormat()
  const { digits } = currency(client.currency_code)
  const [selection, select] = useState<Selection>(() => likelySelection(client))
  const [reference, setReference] = useState("")
  const [pickUpToo, setPickUpToo] = useRemembered("pick-up-too")
  const [isTyping, setIsTyping] = useState(false)
  const [editedId, setEditedId] = useState<string | null>(null)
  const edited = client.orders.find(({ order_id }) => order_id === editedId)
  const chosen = client.orders.filter(({ order_id }) => selection.orderIds.includes(order_id))

  const till: Till = {
    client,
    selection,
    select,
    collection: collectionOf(client, selection, digits),
    reference,
    setReference,
    pickUpToo,
    setPickUpToo,
    record: (method, amount, change = 0) =>
      gesture.start({
        method,
        amount,
        change,
        reference,
        order_ids: chosen.map(({ order_id }) => order_id),
        picked_up_ids: pickUpToo
          ? chosen.filter((order) => !order.picked_up).map(({ order_id }) => order_id)
          : [],
      }),
  }
  if (edited) {
    return (
      <OrderLines
        order={edited}
        currency={client.currency_code}
        onClose={() => setEditedId(null)}
      />
    )
  }
  if (isTyping) return <OtherAmount till={till} onBack={() => setIsTyping(false)} />
  return <PayNow till={till} onEditLines={setEditedId} onOther={() => setIsTyping(true)} />
}
