import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { ClientBalanceDTO } from "../../../../modules/client-ledger/sql/balances"
import { dayOf, today } from "../../../../modules/client-ledger/utils/dates"
import { fixedAmount } from "../../../../modules/client-ledger/utils/money"
import { csvText, sendCsv } from "../../../utils/csv"
import { ledgerOf } from "../../../utils/ledger"
import type { ExportAccountsQuery } from "../validators"

const PAGE_SIZE = 1000

const COLUMNS = [
  "customer_name",
  "customer_email",
  "currency_code",
  "balance",
  "expected",
  "overdue",
  "overdue_since",
  "last_entry_on",
  "customer_id",
  "client_account_id",
].map((key) => ({ key }))

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, ExportAccountsQuery>,
  res: MedusaResponse
) {
  const filters = req.validatedQuery as ExportAccountsQuery
  const ledger = ledgerOf(req.scope)
  const pageAfter = (after: string) =>
    ledger.listBalancesAfter(filters, { after, limit: PAGE_SIZE })
  // Read before the answer begins, so that what fails at once is still answered as an error.
  const firstPage = await pageAfter("")
  const rows = async function* () {
    let page = firstPage
    while (page.length) {
      yield* page.map(toRow)
      page = page.length < PAGE_SIZE ? [] : await pageAfter(page.at(-1)!.id)
    }
  }
  await sendCsv(res, `client-accounts-${today()}.csv`, COLUMNS, rows())
}

function toRow(account: ClientBalanceDTO) {
  const amount = (value: string) => fixedAmount(value, account.decimal_digits)
  return {
    customer_name: csvText(account.customer_name),
    customer_email: csvText(account.customer_email),
    currency_code: account.currency_code,
    balance: amount(account.balance),
    expected: amount(account.expected),
    overdue: amount(account.overdue),
    overdue_since: account.overdue_since,
    last_entry_on: account.last_entry_at && dayOf(new Date(account.last_entry_at)),
    customer_id: csvText(account.customer_id),
    client_account_id: account.id,
  }
}
