import { toast } from "@medusajs/ui"
import { useRef, useState } from "react"
import type { AdminCounterClient, AdminReceiptResponse, OnSiteMethod } from "../../types/http"
import { newIdempotencyKey } from "../lib/idempotency"
import { isoDay } from "../lib/locale"
import { isUnanswered, UNTIL_ANSWERED } from "../lib/unanswered"
import { usePickUp } from "./counter"
import { useConfirmPayment } from "./use-confirm-payment"
import { useRecordReceipt, type ReceiptBody } from "./receipts"
import { useWords } from "./use-words"

/** One payment at the counter. */
export type Gesture = {
  method: OnSiteMethod
  /** To record, above zero. */
  amount: number
  reference: string
  /** The orders that the client came to pay. */
  order_ids: string[]
  /** To give back, zero or more: it isn't recorded. */
  change: number
  /** Orders whose basket the client takes along. */
  picked_up_ids: string[]
}

export type DoneGesture = AdminReceiptResponse & { gesture: Gesture }

const receiptOf = (client: AdminCounterClient, gesture: Gesture): ReceiptBody => ({
  client_account_id: client.client_account_id,
  currency_code: client.currency_code,
  direction: "in",
  method: gesture.method,
  amount: gesture.amount,
  value_date: isoDay(new Date()),
  order_ids: gesture.order_ids,
  ...(gesture.reference.trim() && { reference: gesture.reference.trim() }),
})

/**
 * A payment on its way. It has one key, kept with its body until the server has answered: taps while it is on its way
 * do nothing, and a lost answer is asked for again, by itself and then by a button, without recording twice.
 */
export const useCounterGesture = (client: AdminCounterClient) => {
  const t = useWords()
  const isSending = useRef(false)
  const [gesture, setGesture] = useState<Gesture | null>(null)
  const [done, setDone] = useState<DoneGesture | null>(null)
  const pickUp = usePickUp()
  const confirm = useConfirmPayment()

  const handOver = async (orderIds: string[]) => {
    for (const id of orderIds) {
      await pickUp.mutateAsync(id).catch((error: Error) => {
        toast.error(t("common.failed"), { description: error.message, duration: 8000 })
      })
    }
  }
  const record = useRecordReceipt({
    ...UNTIL_ANSWERED,
    onSettled: () => {
      isSending.current = false
    },
  })
  const send = (posting: Parameters<typeof record.mutate>[0], next: Gesture) => {
    if (isSending.current) return
    isSending.current = true
    setGesture(next)
    record.mutate(posting, {
      onSuccess: (answer) => {
        setDone({ ...answer, gesture: next })
        void handOver(next.picked_up_ids)
      },
    })
  }
  const isUncertain = record.isError && isUnanswered(record.error)
  return {
    gesture,
    done,
    isPending: record.isPending,
    /** The first try got no answer. */
    isRepeating: record.isPending && (record.failureCount > 0 || record.isPaused),
    isUncertain,
    /** The server's own words: nothing was recorded. */
    refusal: record.isError && !isUncertain ? record.error.message : null,
    start: async (next: Gesture) => {
      if (isSending.current) return
      isSending.current = true
      const bodies = await confirm([{ holder: client, body: receiptOf(client, next) }])
      isSending.current = false
      const [body] = bodies ?? []
      if (body) send({ idempotencyKey: newIdempotencyKey(), body }, next)
    },
    /** The same request with the same key. */
    repeat: () => {
      if (record.variables && gesture) send(record.variables, gesture)
    },
    /** Ready for the client's next payment. */
    reset: () => {
      record.reset()
      setDone(null)
      setGesture(null)
    },
  }
}

export type CounterGesture = ReturnType<typeof useCounterGesture>
