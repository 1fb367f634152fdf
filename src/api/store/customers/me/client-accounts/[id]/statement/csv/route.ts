import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { labelOf } from "../../../../../../../../documents/statement/label"
import { STATEMENT_WORDS } from "../../../../../../../../documents/statement/words"
import { fixedAmount } from "../../../../../../../../modules/client-ledger/utils/money"
import { csvText, sendCsv } from "../../../../../../../utils/csv"
import type { StatementQuery } from "../../../validators"
import { readStatement } from "../read-statement"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, StatementQuery>,
  res: MedusaResponse
) {
  const { statement, period, language, filename } = await readStatement(req)
  const { from, to } = period
  const words = STATEMENT_WORDS[language]
  const write = (amount: string) => fixedAmount(amount, statement.account.decimal_digits)
  const rows = async function* () {
    yield [from, words.opening, "", "", write(statement.opening_balance)]
    for (const entry of statement.entries) {
      const { value_date, amount, balance_after } = entry
      const label = csvText(labelOf(entry, words))
      yield [value_date, label, csvText(entry.reference), write(amount), write(balance_after)]
    }
    yield [to, words.closing, "", "", write(statement.closing_balance)]
    const { head } = statement
    if (head) yield [to, words.head, words.entry(head.sequence), head.hash, ""]
  }
  const columns = [words.date, words.label, words.reference, words.amount, words.balance]
  await sendCsv(
    res,
    `${filename}.csv`,
    columns.map((header, n) => ({ key: String(n), header })),
    rows()
  )
}
