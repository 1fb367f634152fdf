import { useState } from "react"
import type { AdminCheque, AdminMakeChequeDeposit } from "../../types/http"
import { sum } from "../lib/amount"
import { useFormat } from "./use-format"

type Typed = { drawer: string; bank: string; number: string }
export type SlipRow = Typed & { cheque: AdminCheque; isPicked: boolean }

/** The cheques of one currency that wait: all go into the slip, but those that are taken out. */
export const useSlipForm = (cheques: AdminCheque[], currency: string) => {
  const { digits } = useFormat().currency(currency)
  const [changes, setChanges] = useState<Record<string, Partial<Typed>>>({})
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())

  const rows = cheques.map((cheque): SlipRow => ({
    cheque,
    isPicked: !left.has(cheque.receipt_id),
    drawer: cheque.drawer,
    bank: cheque.bank ?? "",
    number: cheque.number ?? "",
    ...changes[cheque.receipt_id],
  }))
  const picked = rows.filter(({ isPicked }) => isPicked)

  return {
    rows,
    count: picked.length,
    total: sum(
      picked.map(({ cheque }) => cheque.amount),
      digits
    ),
    change: (receiptId: string, change: Partial<Typed>) =>
      setChanges((before) => ({ ...before, [receiptId]: { ...before[receiptId], ...change } })),
    pick: (receiptIds: string[], isPicked: boolean) =>
      setLeft((before) => {
        const after = new Set(before)
        for (const id of receiptIds) {
          if (isPicked) after.delete(id)
          else after.add(id)
        }
        return after
      }),
    body: (): AdminMakeChequeDeposit => ({
      cheques: picked.map(({ cheque, drawer, bank, number }) => ({
        receipt_id: cheque.receipt_id,
        drawer,
        bank,
        number,
      })),
    }),
  }
}

export type SlipForm = ReturnType<typeof useSlipForm>
