import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type { PostedEntry } from "../../../modules/client-ledger/types"
import { findDifferences } from "../utils/find-differences"
import { PAGE } from "../utils/pages"
import { ledgerOrderPages, medusaOrderPages, touchedOrderPages } from "../utils/order-pages"
import { syncOrderWorkflow } from "../workflows/sync-order"

export type ReconcileInput = {
  /** Every order of Medusa's and of the ledger's, not only those touched since the last time. */
  full?: boolean
  /** Orders and money younger than this are left to events; five minutes unless said. */
  min_age_minutes?: number
}

export type ReconcileReport = {
  orders_checked: number
  orders_changed: number
  entries_posted: number
  failures: { order_id: string; message: string }[]
}

const MIN_AGE_MINUTES = 5
/** How far before the last run an incremental one looks, for what was written but not yet visible then. */
const OVERLAP_MINUTES = 60

export const reconcileOrdersStepId = "reconcile-client-ledger-orders"

/**
 * Runs the sync for each order that differs. One order's failure doesn't stop the others; a read that fails stops everything.
 */
export const reconcileOrdersStep = createStep(
  reconcileOrdersStepId,
  async (input: ReconcileInput, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    const rules = await ledger.retrieveRules()
    const report: ReconcileReport = {
      orders_checked: 0,
      orders_changed: 0,
      entries_posted: 0,
      failures: [],
    }
    if (!rules.enabled) return new StepResponse(report)
    const youngest = youngestOf(input)

    const sync = async (order_id: string): Promise<PostedEntry[] | null> => {
      try {
        return (await syncOrderWorkflow(container).run({ input: { order_id } })).result
      } catch (error) {
        logger.error(`Client ledger: order ${order_id} was not reconciled`, error as Error)
        report.failures.push({ order_id, message: (error as Error).message })
        return null
      }
    }

    if (input.full) await settleAccounts(ledger)
    for await (const ids of candidatePages(container, ledger, input, rules)) {
      report.orders_checked += ids.length
      for (const { order_id } of await findDifferences(container, ledger, ids, rules, youngest)) {
        const entries = await sync(order_id)
        if (!entries) continue
        report.orders_changed += 1
        report.entries_posted += entries.filter((entry) => !entry.replayed).length
      }
      logger.info(`Client ledger: ${report.orders_checked} orders reconciled`)
    }
    // What is settled differently since, too young to be looked at, or shown already and not noted as such.
    for (const order_id of await ledger.listUnprojectedOrders()) await sync(order_id)
    return new StepResponse(report)
  }
)

async function* candidatePages(
  container: MedusaContainer,
  ledger: ClientLedgerModuleService,
  { full }: ReconcileInput,
  rules: Awaited<ReturnType<ClientLedgerModuleService["retrieveRules"]>>
): AsyncGenerator<string[]> {
  const since = new Date(rules.ledger_starts_at)
  yield* pagesOf(await ledger.listUnprojectedOrders())
  if (!full && rules.reconciled_at) {
    yield* touchedOrderPages(container, lookBackFrom(rules.reconciled_at))
    return
  }
  yield* medusaOrderPages(container, since)
  yield* ledgerOrderPages(ledger)
}

function* pagesOf(ids: string[]): Generator<string[]> {
  for (let at = 0; at < ids.length; at += PAGE) yield ids.slice(at, at + PAGE)
}

async function settleAccounts(ledger: ClientLedgerModuleService): Promise<void> {
  let after: string | null = ""
  while (after !== null) after = await ledger.settleAccountsAfter(after, PAGE)
}

/** What is younger is left to events. */
export const youngestOf = ({ min_age_minutes = MIN_AGE_MINUTES }: ReconcileInput): Date =>
  minutesBefore(new Date(), min_age_minutes)

/** From where on an incremental run looks. */
export const lookBackFrom = (reconciledAt: Date | string): Date =>
  minutesBefore(reconciledAt, OVERLAP_MINUTES)

function minutesBefore(moment: Date | string, minutes: number): Date {
  return new Date(new Date(moment).getTime() - minutes * 60_000)
}
