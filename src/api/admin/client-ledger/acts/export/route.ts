import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { ActDTO } from "../../../../../modules/client-ledger/sql/acts"
import { today } from "../../../../../modules/client-ledger/utils/dates"
import { actorEmails } from "../../../../utils/actors"
import { csvText, sendCsv } from "../../../../utils/csv"
import { ledgerOf } from "../../../../utils/ledger"
import type { ExportActsQuery } from "../validators"

const PAGE_SIZE = 1000

const COLUMNS = [
  "at",
  "actor",
  "kind",
  "customer_name",
  "amount",
  "currency_code",
  "number",
  "field",
  "before",
  "after",
  "note",
  "client_account_id",
  "id",
].map((key) => ({ key }))

/** The acts as CSV: one row for each field that an act changed. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, ExportActsQuery>,
  res: MedusaResponse
) {
  const filters = req.validatedQuery as ExportActsQuery
  const pageBefore = (last: ActDTO | null) =>
    ledgerOf(req.scope).listActsBefore(filters, { last, limit: PAGE_SIZE })
  // Read before the answer begins, so that what fails at once is still answered as an error.
  const firstPage = await pageBefore(null)
  const rows = async function* () {
    for (let page = firstPage; page.length;) {
      const emails = await actorEmails(req.scope, page)
      yield* page.flatMap((act) => toRows(act, emails.get(act.actor_id) ?? act.actor_id))
      page = page.length < PAGE_SIZE ? [] : await pageBefore(page.at(-1)!)
    }
  }
  await sendCsv(res, `acts-${today()}.csv`, COLUMNS, rows())
}

function toRows(act: ActDTO, actor: string) {
  const fields = Object.keys(act.after)
  return (fields.length ? fields : [null]).map((field) => ({
    at: act.at,
    actor: csvText(actor),
    kind: act.kind,
    customer_name: csvText(act.customer_name),
    amount: act.amount,
    currency_code: act.currency_code,
    number: act.number,
    field,
    before: field && cell(act.before[field]),
    after: field && cell(act.after[field]),
    note: csvText(act.note),
    client_account_id: act.account_id,
    id: act.id,
  }))
}

const cell = (value: unknown): string =>
  csvText(typeof value === "string" ? value : JSON.stringify(value ?? null))
