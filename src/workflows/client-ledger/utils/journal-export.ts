import type { MedusaContainer } from "@medusajs/framework/types"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type {
  NumberedPiece,
  Period,
  PieceKey,
} from "../../../modules/client-ledger/sql/journal-pieces"
import {
  ordersOfRows,
  type RowKey,
  type Waiting,
} from "../../../modules/client-ledger/sql/journal-rows"
import { today } from "../../../modules/client-ledger/utils/dates"
import { ConflictError } from "../../../modules/client-ledger/utils/errors"
import type { JournalCode } from "../../../modules/client-ledger/utils/journal-words"
import { currencyDigits } from "../../../modules/client-ledger/utils/money"
import type { TaxPart } from "../../../modules/client-ledger/utils/vat-split"
import { readTaxedOrders, taxesByOrder } from "./order-taxes"

const PAGE = 1000
/** Each page of what isn't numbered sorts it anew. */
const DRAFT_PAGE = 2000

/** A period's journal: how much of it isn't closed, and its pieces, page by page. */
export type JournalExport = { provisional: number; pages: AsyncGenerator<NumberedPiece[]> }

/**
 * The journal of a period: first what closings have numbered, as it was written then, then what isn't closed yet, by today's
 * chart and numbered for the occasion. One page is in memory at a time, and each costs the same few statements.
 */
export async function exportJournal(
  container: MedusaContainer,
  period: Period
): Promise<JournalExport> {
  const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
  const head = await ledger.retrieveJournalHead(period.currency_code)
  const waiting = {
    currency_code: period.currency_code,
    closed_to: head.closed_to,
    up_to: today(),
  }
  const provisional = await ledger.countJournalRows(waiting, period)
  const pages = async function* () {
    yield* numberedPages(ledger, period)
    if (!provisional) return
    yield* draftPages(container, ledger, period, waiting)
    const { number } = await ledger.retrieveJournalHead(period.currency_code)
    if (number !== head.number) {
      throw new ConflictError(
        "A closing was made during this export: what it took is missing. Export again."
      )
    }
  }
  return { provisional, pages: pages() }
}

async function* numberedPages(
  ledger: ClientLedgerModuleService,
  period: Period
): AsyncGenerator<NumberedPiece[]> {
  let after: PieceKey | null = null
  for (;;) {
    const page: (NumberedPiece & PieceKey)[] = await ledger.listJournalPieces(period, {
      after,
      limit: PAGE,
    })
    if (page.length) yield page
    if (page.length < PAGE) return
    after = page.at(-1)!
  }
}

async function* draftPages(
  container: MedusaContainer,
  ledger: ClientLedgerModuleService,
  period: Period,
  waiting: Waiting
): AsyncGenerator<NumberedPiece[]> {
  const { currency_code, from, to } = period
  const digits = currencyDigits(currency_code)
  let taxes = new Map<string, TaxPart[]>()
  const books = await ledger.openJournalBooks(currency_code, (id) => taxes.get(id) ?? [])
  const numbers = new Map<JournalCode, number>()
  const numberOf = (journal: JournalCode) => {
    numbers.set(journal, (numbers.get(journal) ?? 0) + 1)
    return numbers.get(journal)!
  }
  let after: RowKey | null = null
  for (;;) {
    const rows: Awaited<ReturnType<typeof ledger.listJournalRows>> = await ledger.listJournalRows(
      waiting,
      { from, to, after, limit: DRAFT_PAGE }
    )
    taxes = taxesByOrder(await readTaxedOrders(container, ordersOfRows(rows)), digits)
    const pieces = await ledger.draftPieces(rows, books)
    if (pieces.length) {
      yield pieces.map((piece) => ({
        ...piece,
        currency_code,
        number: numberOf(piece.journal),
        valid_on: null,
      }))
    }
    if (rows.length < DRAFT_PAGE) return
    after = rows.at(-1)!
  }
}
