import type { PostedEntry } from "../types"
import { planZero, type BringToZero } from "../utils/plan-zero"
import { retrieveLockedAccounts } from "./accounts"
import { reallocate } from "./allocations"
import { postEntries } from "./entries"
import { manualPosting } from "./manual-entries"
import type { ReceiptWithClient } from "./receipts"
import { postReceipts } from "./record-receipt"
import type { Sql } from "./runner"

/** @see ClientLedgerModuleService.bringToZero. The same statements for one account or for many. */
export async function bringToZero(
  sql: Sql,
  input: BringToZero
): Promise<{ receipts: ReceiptWithClient[]; write_offs: PostedEntry[] }> {
  const ids = input.accounts.map(({ account_id }) => account_id)
  const accounts = await retrieveLockedAccounts(sql, ids)
  const plan = planZero(input, accounts)
  const receipts = await postReceipts(sql, plan.receipts, accounts)
  const write_offs = await postEntries(
    sql,
    plan.write_offs.map(({ amount, ...write_off }) =>
      manualPosting(
        {
          ...write_off,
          type: "write_off",
          value_date: input.value_date,
          actor_id: input.actor_id,
        },
        amount
      )
    )
  )
  await reallocate(sql, [...accounts.keys()])
  return { receipts, write_offs }
}
