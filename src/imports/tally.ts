import type { ImportCounts, ImportReason } from "../modules/client-ledger/utils/client-import"
import type { ForeignOperation, LeftOut } from "./foreign-ledger"
import { roundTo } from "./millionths"

const MOST_OPERATIONS_NAMED = 20

export type Counted = { amount: bigint; count: number; operation_ids: string[] }

export type TallyRules = {
  counts: ImportCounts
  /** Of the currency. */
  digits: number
  /** YYYY-MM-DD */
  today: string
  /** False where one entry stands for all of a member's operations: they aren't kept. */
  keeps_operations: boolean
}

/** What is known of a member's operations after one look at each. Amounts in millionths. */
export class Tally {
  operations = 0
  /** By the tool's own rule. */
  shown = 0n
  /** What counts as money here. */
  taken = 0n
  /** The same, each operation rounded to the currency's digits. */
  rounded = 0n
  /** Those that become entries, where each does. */
  readonly kept: ForeignOperation[] = []
  readonly findings = new Map<ImportReason, Counted>()

  constructor(private readonly rules: TallyRules) {}

  add(operation: ForeignOperation): void {
    const { amount, left_out } = operation
    this.operations += 1
    if (left_out === null) this.shown += amount
    if (operation.is_promise) {
      this.note(operation.method === "onthespot" ? "pending_on_site" : "pending_payment", operation)
      return
    }
    if (left_out) this.note(left_out, operation)
    if (left_out && this.rules.counts === "shown") return
    this.take(operation)
  }

  private take(operation: ForeignOperation): void {
    const rounded = roundTo(this.rules.digits, operation.amount)
    this.taken += operation.amount
    this.rounded += rounded
    if (rounded !== operation.amount) {
      this.note("rounding", operation, rounded - operation.amount)
    }
    if (operation.is_unreadable) {
      this.note(operation.kind === "payment" ? "unknown_payment" : "unknown_type", operation)
    }
    if (operation.day > this.rules.today) this.note("future_date", operation)
    if (this.rules.keeps_operations && rounded !== 0n) this.kept.push(operation)
  }

  note(
    reason: ImportReason | LeftOut,
    operation: { id: string; amount: bigint },
    amount = operation.amount
  ): void {
    const counted = this.findings.get(reason) ?? { amount: 0n, count: 0, operation_ids: [] }
    counted.amount += amount
    counted.count += 1
    if (counted.operation_ids.length < MOST_OPERATIONS_NAMED)
      counted.operation_ids.push(operation.id)
    this.findings.set(reason, counted)
  }
}
