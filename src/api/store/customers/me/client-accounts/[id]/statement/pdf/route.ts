import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { paperFormat, storeName, type PaperFormat } from "../../../../../../../utils/paper"
import { type PdfContent, type PdfTable, renderPdf, sendPdf } from "../../../../../../../utils/pdf"
import type { StatementQuery } from "../../../validators"
import { labelOf } from "../label"
import { readStatement } from "../read-statement"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, StatementQuery>,
  res: MedusaResponse
) {
  const read = await readStatement(req)
  const { statement, words, language, from, to, filename } = read
  const { account, head } = statement
  const format = paperFormat(language, account.currency_code)
  const pdf = await renderPdf({
    title: words.title,
    subtitle: words.period(format.day(from), format.day(to)),
    facts: await factsOf(req.scope, read),
    figures: [
      { label: words.opening, value: format.money(statement.opening_balance) },
      { label: words.closing, value: format.money(statement.closing_balance) },
    ],
    tables: [entriesOf(read, format)],
    footer: head ? `${words.entry(head.sequence)} · ${head.hash}` : words.title,
  })
  sendPdf(res, `${filename}.pdf`, pdf)
}

type Read = Awaited<ReturnType<typeof readStatement>>

async function factsOf(
  scope: MedusaContainer,
  { statement: { account, head }, words }: Read
): Promise<PdfContent["facts"]> {
  return [
    [words.market, await storeName(scope)],
    [words.client, account.customer_name ?? account.customer_email],
    [words.head, head && `${words.entry(head.sequence)}: ${head.hash}`],
  ]
}

const entriesOf = ({ statement, words }: Read, { day, money }: PaperFormat): PdfTable => ({
  title: words.entries,
  columns: [
    { label: words.date, weight: 3 },
    { label: words.label, weight: 7 },
    { label: words.reference, weight: 4 },
    { label: words.amount, weight: 3, align: "right" },
    { label: words.balance, weight: 3, align: "right" },
  ],
  rows: statement.entries.map((entry) => [
    day(entry.value_date),
    labelOf(entry, words),
    entry.reference ?? "",
    money(entry.amount),
    money(entry.balance_after),
  ]),
  empty: words.none,
})
