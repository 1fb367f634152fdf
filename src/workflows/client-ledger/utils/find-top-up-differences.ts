import type { MedusaContainer } from "@medusajs/framework/types"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type { TopUpDTO } from "../../../modules/client-ledger/sql/top-ups"
import { readTopUps, topUpTarget, type TopUpFacts } from "./top-up-facts"

export type TopUpDifference = { top_up_id: string; account_id: string; message: string }

export type TopUpDifferences = {
  /** What settling them would post. */
  stale: TopUpDifference[]
  /** Money that isn't what was agreed: nothing of it is posted, and only a person can say what to do. */
  disputed: TopUpDifference[]
}

/**
 * The top-ups, of those given, for which the ledger doesn't say what Medusa says; nothing is changed.
 * @param youngest money younger than this is left to events: Medusa writes a refund before it asks the provider.
 */
export async function findTopUpDifferences(
  container: MedusaContainer,
  ledger: ClientLedgerModuleService,
  topUps: TopUpDTO[],
  onlineProviders: readonly string[],
  youngest: Date
): Promise<TopUpDifferences> {
  const facts = (await readTopUps(container, topUps)).filter(
    (each) => !hasYoungMoney(each, youngest)
  )
  const agreed = facts.filter(({ problem }) => !problem)
  const stale = await ledger.findStaleTopUps(
    agreed.map((each) => topUpTarget(each, onlineProviders))
  )
  return {
    stale: stale.map(({ top_up, message }) => differenceOf(top_up, message)),
    disputed: facts.flatMap(({ top_up, problem }) =>
      problem ? differenceOf(top_up, problem) : []
    ),
  }
}

const differenceOf = ({ id, account_id }: TopUpDTO, message: string): TopUpDifference => ({
  top_up_id: id,
  account_id,
  message,
})

const hasYoungMoney = ({ payment }: TopUpFacts, youngest: Date): boolean =>
  payment !== null &&
  [...payment.captures, ...payment.refunds].some((row) => new Date(row.created_at) > youngest)
