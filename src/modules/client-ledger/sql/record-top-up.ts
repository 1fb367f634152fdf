import type { PostedEntry } from "../types"
import { sameAmount } from "../utils/money"
import { planTopUp, type TopUpState, type TopUpTarget } from "../utils/plan-top-up"
import { lockAccounts } from "./accounts"
import { reallocate } from "./allocations"
import { topUpStandings } from "./entries"
import type { Sql } from "./runner"
import type { TopUpDTO } from "./top-ups"
import { writePlan } from "./write-plan"

/** @see TopUpService.recordTopUp */
export async function recordTopUp(sql: Sql, target: TopUpTarget): Promise<PostedEntry[] | null> {
  const { id, account_id } = target.top_up
  await lockAccounts(sql, [account_id])
  const plan = planTopUp(target, await topUpStandings(sql, [id]))
  // The row stays locked until the transaction ends: who read other rows of Medusa's, or older ones, reads again.
  if (!(await claimTopUp(sql, target, plan.state))) return null
  const entries = await writePlan(sql, plan, { top_up_id: id })
  if (entries.length) await reallocate(sql, [account_id])
  return entries
}

async function claimTopUp(
  sql: Sql,
  { top_up, payment_id }: TopUpTarget,
  { status, refunded }: TopUpState
): Promise<boolean> {
  const claimed = await sql(
    `update client_top_up set payment_id = coalesce(?, payment_id), status = ?, refunded = ?, version = version + 1,
       paid_at = case when ? in ('paid', 'refunded') then coalesce(paid_at, now()) end, updated_at = now()
     where id = ? and version = ? returning id`,
    [payment_id, status, refunded, status, top_up.id, top_up.version]
  )
  return claimed.length > 0
}

export type StaleTopUp = { top_up: TopUpDTO; message: string }

/** Those that recording would change. Nothing is written. */
export async function findStaleTopUps(sql: Sql, targets: TopUpTarget[]): Promise<StaleTopUp[]> {
  const standings = await topUpStandings(
    sql,
    targets.map(({ top_up }) => top_up.id)
  )
  return targets.flatMap((target) => {
    const { top_up } = target
    const own = standings.filter(({ top_up_id }) => top_up_id === top_up.id)
    const { postings, state } = planTopUp(target, own)
    if (postings.length) {
      const missing = postings.map(({ type, amount }) => `${type} ${amount}`).join(", ")
      return [{ top_up, message: `entries are missing: ${missing}` }]
    }
    const isSame = state.status === top_up.status && sameAmount(state.refunded, top_up.refunded)
    return isSame ? [] : [{ top_up, message: "what the ledger says of it is out of date" }]
  })
}
