import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { IMPORT_CSV_COLUMNS, toImportCsvRow } from "../../csv-rows"
import { sendCsv } from "../../../../../utils/csv"
import { ledgerOf } from "../../../../../utils/ledger"
import type { ImportCsvQuery } from "../../validators"

const PAGE_SIZE = 1000

/** The report's lines as CSV, one row a member. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, ImportCsvQuery>,
  res: MedusaResponse
) {
  const ledger = ledgerOf(req.scope)
  const { id } = await ledger.retrieveImport(req.params.id!)
  const filters = { import_id: id, ...(req.validatedQuery as ImportCsvQuery) }
  const pageAfter = (after: number) =>
    ledger.listImportLinesAfter(filters, { after, limit: PAGE_SIZE })
  // Read before the answer begins, so that what fails at once is still answered as an error.
  const firstPage = await pageAfter(-1)
  const rows = async function* () {
    for (let page = firstPage; page.length;) {
      yield* page.map(toImportCsvRow)
      page = page.length < PAGE_SIZE ? [] : await pageAfter(page.at(-1)!.position)
    }
  }
  await sendCsv(res, `import-${id}.csv`, IMPORT_CSV_COLUMNS, rows())
}
