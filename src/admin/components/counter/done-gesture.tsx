import { CheckCircleSolid } from "@medusajs/icons"
import { Button, Drawer, Heading, Text, toast } from "@medusajs/ui"
import { useEffect, useRef, useState } from "react"
import { useReverseReceipt } from "../../hooks/receipts"
import { useAccountWords } from "../../hooks/use-account-words"
import type { DoneGesture as Done } from "../../hooks/use-counter-gesture"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { newIdempotencyKey } from "../../lib/idempotency"
import { UNTIL_ANSWERED } from "../../lib/unanswered"
import { Allowed } from "../common/allowed"

/** The second tap of a double tap lands here: it mustn't undo or close what the first one did. */
const DOUBLE_TAP_MS = 500

type DoneGestureProps = { done: Done; onAgain: () => void; onNext: () => void }

/** It is recorded: the change to give back, the balance now, and a way to undo it. */
export const DoneGesture = ({ done, onAgain, onNext }: DoneGestureProps) => {
  const t = useWords()
  const words = useAccountWords()
  const { money } = useFormat()
  const { receipt, client_account, gesture } = done
  const isReady = useReady()
  const undo = useUndo(done, onAgain)
  const amount = money(receipt.amount, receipt.currency_code)
  const isIdle = isReady && !undo.isPending
  return (
    <>
      <Drawer.Body
        role="status"
        className="flex flex-1 flex-col items-center justify-center gap-y-3 text-center"
      >
        <CheckCircleSolid className="text-ui-tag-green-icon size-8" />
        <Heading>{t("counter.done", { amount })}</Heading>
        <Text className="text-ui-fg-subtle">
          {t("counter.doneBy", {
            method: t(`method.${receipt.method}`),
            name: words.name(client_account),
            balance: words.balance(client_account),
          })}
        </Text>
        {gesture.change > 0 && (
          <p className="bg-ui-tag-orange-bg text-ui-tag-orange-text rounded-lg px-6 py-4 text-3xl font-medium">
            {t("counter.change", { amount: money(gesture.change, receipt.currency_code) })}
          </p>
        )}
        <Allowed to="reverse">
          <Button
            variant="secondary"
            className="mt-4"
            disabled={!isIdle}
            isLoading={undo.isPending}
            onClick={undo.start}
          >
            {t("counter.undo")}
          </Button>
        </Allowed>
      </Drawer.Body>
      <div className="border-ui-border-base grid grid-cols-2 gap-2 border-t px-4 py-3 sm:px-6">
        <Button
          size="large"
          variant="secondary"
          className="w-full"
          disabled={!isIdle}
          onClick={onAgain}
        >
          {t("counter.another")}
        </Button>
        <Button size="large" className="w-full" disabled={!isIdle} onClick={onNext}>
          {t("counter.next")}
        </Button>
      </div>
    </>
  )
}

/** False for as long as a finger may still be tapping twice. */
const useReady = (): boolean => {
  const [isReady, setIsReady] = useState(false)
  useEffect(() => {
    const timer = window.setTimeout(() => setIsReady(true), DOUBLE_TAP_MS)
    return () => window.clearTimeout(timer)
  }, [])
  return isReady
}

/** Reverses the receipt, once: nothing is deleted. */
const useUndo = ({ receipt }: Done, onUndone: () => void) => {
  const t = useWords()
  const { money } = useFormat()
  const [idempotencyKey] = useState(newIdempotencyKey)
  const isSending = useRef(false)
  const reverse = useReverseReceipt(receipt.id, {
    ...UNTIL_ANSWERED,
    onError: useFailureToast(),
    onSettled: () => {
      isSending.current = false
    },
  })
  const start = () => {
    if (isSending.current) return
    isSending.current = true
    const amount = money(receipt.amount, receipt.currency_code)
    reverse.mutate(
      { idempotencyKey, body: { note: t("counter.undoNote") } },
      {
        onSuccess: () => {
          toast.success(t("counter.undone", { amount }))
          onUndone()
        },
      }
    )
  }
  return { start, isPending: reverse.isPending }
}
