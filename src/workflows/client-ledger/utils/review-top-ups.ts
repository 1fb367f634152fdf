import type { MedusaContainer } from "@medusajs/framework/types"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import { findTopUpDifferences, type TopUpDifference } from "./find-top-up-differences"
import type { Finding } from "./review"
import { topUpPages } from "./top-up-pages"

export type TopUpReview = { problems: Finding[]; to_review: Finding[] }

/** Every top-up, beside what Medusa holds of it. Nothing is changed. */
export async function reviewTopUps(
  container: MedusaContainer,
  ledger: ClientLedgerModuleService,
  onlineProviders: readonly string[],
  youngest: Date
): Promise<TopUpReview> {
  const review: TopUpReview = { problems: [], to_review: [] }
  for await (const page of topUpPages(ledger)) {
    const found = await findTopUpDifferences(container, ledger, page, onlineProviders, youngest)
    review.problems.push(...found.stale.map((each) => findingOf("top_up_differs", each)))
    review.to_review.push(...found.disputed.map((each) => findingOf("top_up_disputed", each)))
  }
  return review
}

/** Named by its account, where a person looks for it. */
const findingOf = (kind: string, { top_up_id, account_id, message }: TopUpDifference): Finding => ({
  kind,
  id: account_id,
  message: `Top-up ${top_up_id}: ${message}`,
})
