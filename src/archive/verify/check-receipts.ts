import type { Cells } from "../format"
import { toUnits } from "./amounts"
import type { Taken } from "./check-closings"
import type { ReceiptMoney } from "./check-entries"
import type { Problems } from "./problems"

type Receipt = Cells<"receipts.csv">
type Witnesses = { taken: Taken; money: Map<string, ReceiptMoney> }

/**
 * Holds each receipt against its entries and the closings that took it, which the chains of hashes cover.
 * @returns the receipts, by id: what names one is held against them.
 */
export async function checkReceipts(
  receipts: AsyncIterable<Receipt> | Iterable<Receipt>,
  { taken, money }: Witnesses,
  problems: Problems
): Promise<Map<string, Receipt>> {
  const seen = new Map<string, Receipt>()
  for await (const receipt of receipts) {
    const id = receipt.id ?? ""
    const wrong = [
      ...(seen.has(id) ? ["it is there twice"] : []),
      ...wrongMoney(receipt, money.get(id)),
      ...wrongRecording(receipt, money.get(id)?.recording ?? null),
      ...wrongClosing(receipt, taken, "payments", receipt.closing_number),
      ...wrongClosing(receipt, taken, "reversals", receipt.reversal_closing_number),
    ]
    if (wrong.length) problems.add(`Receipt ${id}: ${wrong.join("; ")}`)
    seen.set(id, receipt)
  }
  const named = [...money.keys(), ...taken.payments.keys(), ...taken.reversals.keys()]
  for (const id of new Set(named.filter((id) => !seen.has(id)))) {
    problems.add(`Receipt ${id}: an entry or a closing names it, receipts.csv doesn't have it`)
  }
  return seen
}

/**
 * What its entries of the year leave: all of it where they recorded it, minus all where they reversed it. What was only
 * moved to another account, or was reversed in an earlier year, leaves nothing.
 */
function wrongMoney(receipt: Receipt, money: ReceiptMoney | undefined): string[] {
  const amount = toUnits(receipt.amount)
  if (amount === null || amount <= 0n) return [`${receipt.amount} isn't an amount above zero`]
  if (receipt.direction !== "in" && receipt.direction !== "out") return ["it has no direction"]
  if (!money) return []
  const whole = receipt.direction === "in" ? amount : -amount
  const isReversed = receipt.reversed_at !== null
  const standing = money.recording ? whole : 0n
  const possible = !isReversed ? [standing] : money.recording ? [0n] : [0n, -whole]
  if (possible.includes(money.sum)) return []
  return [`it is ${isReversed ? "reversed" : "standing"} at ${receipt.amount}; its entries differ`]
}

/** What its first entry repeats of it; captures and refunds have words of their own. */
function wrongRecording(receipt: Receipt, entry: ReceiptMoney["recording"]): string[] {
  if (!entry) return []
  const repeated =
    entry.type === "receipt" || entry.type === "payout"
      ? (["account_id", "currency_code", "value_date", "note", "actor_id"] as const)
      : (["currency_code"] as const)
  return repeated
    .filter((field) => receipt[field] !== entry[field])
    .map((field) => `its ${field} isn't that of its entry`)
}

function wrongClosing(
  receipt: Receipt,
  taken: Taken,
  kind: "payments" | "reversals",
  number: string | null
): string[] {
  const line = taken[kind].get(receipt.id ?? "")
  const what = kind === "payments" ? "" : "its reversal "
  if (number !== null && !/^[1-9]\d*$/.test(number)) return [`${number} isn't a closing's number`]
  if (!line) {
    return number !== null && taken.numbers.has(number)
      ? [`closing no. ${number} didn't take ${what || "it"}`]
      : []
  }
  return [
    line.closing !== number && `closing no. ${line.closing} took ${what || "it"}`,
    line.amount !== receipt.amount && `closing no. ${line.closing} took ${line.amount}`,
    line.direction !== receipt.direction && "a closing took it in the other direction",
    line.method !== receipt.method && `closing no. ${line.closing} took it as ${line.method}`,
  ].filter((wrong) => wrong !== false)
}
