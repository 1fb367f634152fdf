import type { PostedEntry } from "../types"
import { sourceKey, type OrderPlan } from "../utils/plan-order"
import { postEntries } from "./entries"
import { insertReceipts, markReversed, type NewReceipt } from "./receipts"
import type { Sql } from "./runner"

/**
 * Writes what a plan lacks in the ledger: receipts, and the entries that bear them. The accounts are locked already.
 * @param of what the receipts are of, besides what the plan says.
 */
export async function writePlan(
  sql: Sql,
  plan: OrderPlan,
  of: Pick<NewReceipt, "top_up_id"> = {}
): Promise<PostedEntry[]> {
  const written = await insertReceipts(
    sql,
    plan.receipts.map((receipt) => ({ ...receipt, ...of }))
  )
  await markReversed(sql, plan.vanished)
  const receiptOf = new Map(written.map((receipt) => [sourceKey(receipt), receipt.id]))
  return postEntries(
    sql,
    plan.postings.map((posting) => ({
      ...posting,
      receipt_id: posting.receipt_id ?? receiptOf.get(sourceKey(posting)) ?? null,
    }))
  )
}
