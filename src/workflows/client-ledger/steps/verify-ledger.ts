import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import { findDifferences } from "../utils/find-differences"
import { ledgerOrderPages, medusaOrderPages } from "../utils/order-pages"
import { capturesNotAsTaken } from "../utils/review-captures"
import { reviewTopUps } from "../utils/review-top-ups"
import {
  capturesWithoutOrder,
  ordersNotCovered,
  ordersWithoutCustomer,
  refundsNotMade,
  type Finding,
} from "../utils/review"

export type VerifyInput = {
  /** Orders and money younger than this aren't looked at: their events may be on the way. Five minutes unless said. */
  min_age_minutes?: number
}

export type VerifyReport = {
  ok: boolean
  accounts_checked: number
  entries_checked: number
  orders_checked: number
  problems: Finding[]
  to_review: Finding[]
}

export const verifyLedgerStepId = "verify-client-ledger"

/** Proves the ledger from its rows and from Medusa's; changes nothing. */
export const verifyLedgerStep = createStep(
  verifyLedgerStepId,
  async ({ min_age_minutes = 5 }: VerifyInput, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    const rules = await ledger.retrieveRules()
    const since = new Date(rules.ledger_starts_at)
    const youngest = new Date(Date.now() - min_age_minutes * 60_000)
    const { problems, ...counts } = await ledger.verifyLedger()
    const report: VerifyReport = {
      ok: true,
      ...counts,
      orders_checked: 0,
      problems,
      to_review: [...(await ordersWithoutCustomer(ledger)), ...(await ordersNotCovered(ledger))],
    }
    const seen = new Set<string>()
    for (const pages of [medusaOrderPages(container, since), ledgerOrderPages(ledger)]) {
      for await (const page of pages) {
        const ids = page.filter((id) => !seen.has(id))
        if (!ids.length) continue
        ids.forEach((id) => seen.add(id))
        const differences = await findDifferences(container, ledger, ids, rules, youngest)
        report.problems.push(
          ...differences.map(({ order_id, message }) => ({
            kind: "order_differs",
            id: order_id,
            message,
          }))
        )
        report.to_review.push(...(await refundsNotMade(container, ids)))
      }
    }
    report.orders_checked = seen.size
    report.to_review.push(...(await capturesWithoutOrder(container, ledger, since, youngest)))
    report.to_review.push(
      ...(await capturesNotAsTaken(container, rules.online_providers, since, youngest))
    )
    const topUps = await reviewTopUps(container, ledger, rules.online_providers, youngest)
    report.problems.push(...topUps.problems)
    report.to_review.push(...topUps.to_review)
    report.ok = report.problems.length === 0
    return new StepResponse(report)
  }
)
