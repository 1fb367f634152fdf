import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CSV_COLUMNS, csvRows } from "../../../../../documents/journal/csv"
import { fecHeader, fecLines } from "../../../../../documents/journal/fec"
import {
  beancountHeader,
  beancountPiece,
  hledgerHeader,
  hledgerPiece,
} from "../../../../../documents/journal/plain-text"
import type { NumberedPiece } from "../../../../../modules/client-ledger/sql/journal-pieces"
import type { Language } from "../../../../../modules/client-ledger/utils/method-settings"
import { exportJournal } from "../../../../../workflows/client-ledger/utils/journal-export"
import { csvText, sendCsv } from "../../../../utils/csv"
import { ledgerOf } from "../../../../utils/ledger"
import { fileNameOf } from "../file-name"
import { periodOf } from "../period"
import type { ExportJournalQuery } from "../validators"

type Pages = AsyncIterable<NumberedPiece[]>
type Written = { currency_code: string; digits: number; language: Language }

/** The journal of a period as a file, sent while it is read. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, ExportJournalQuery>,
  res: MedusaResponse
) {
  const { format, ...query } = req.validatedQuery as ExportJournalQuery
  const { digits, ...period } = await periodOf(req.scope, query)
  const ledger = ledgerOf(req.scope)
  const { siren } = await ledger.retrieveJournalSettings()
  const { mail_language: language } = await ledger.retrieveSettings()
  const { provisional, pages } = await exportJournal(req.scope, period)
  // Read before the answer begins, so that what fails at once is still answered as an error.
  const all = continued(await pages.next(), pages)
  const name = fileNameOf({ ...period, format, siren, provisional: provisional > 0 })
  if (format === "csv") return sendCsv(res, name, CSV_COLUMNS, csvOf(all, digits))
  res.setHeader("Content-Type", "text/plain; charset=utf-8")
  res.setHeader("Content-Disposition", `attachment; filename="${name}"`)
  const written = { currency_code: period.currency_code, digits, language }
  await pipeline(Readable.from(TEXTS[format](all, written)), res)
}

async function* continued(
  first: IteratorResult<NumberedPiece[], unknown>,
  rest: AsyncGenerator<NumberedPiece[]>
): Pages {
  if (first.done) return
  yield first.value
  yield* rest
}

async function* csvOf(pages: Pages, digits: number) {
  for await (const page of pages) yield* csvRows(page, digits, csvText)
}

const TEXTS: Record<
  Exclude<ExportJournalQuery["format"], "csv">,
  (pages: Pages, written: Written) => AsyncGenerator<string>
> = {
  fec: async function* (pages, { digits, language }) {
    yield fecHeader()
    for await (const page of pages) yield fecLines(page, digits, language)
  },
  hledger: async function* (pages, { currency_code, digits }) {
    yield hledgerHeader(currency_code, digits)
    for await (const page of pages) {
      yield page.map((piece) => hledgerPiece(piece, digits)).join("")
    }
  },
  beancount: async function* (pages, { currency_code, digits }) {
    yield beancountHeader(currency_code)
    for await (const page of pages) {
      yield page.map((piece) => beancountPiece(piece, digits)).join("")
    }
  },
}
