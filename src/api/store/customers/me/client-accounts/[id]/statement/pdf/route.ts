import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { toNumber } from "../../../../../../../../modules/client-ledger/utils/money"
import { type PdfTable, renderPdf, sendPdf } from "../../../../../../../utils/pdf"
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
  const locale = language === "fr" ? "fr-FR" : "en-GB"
  const money = new Intl.NumberFormat(locale, {
    style: "currency",
    currency: account.currency_code,
  })
  const days = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" })
  const day = (date: string) => days.format(new Date(`${date}T00:00:00Z`))
  const write = (amount: string) => money.format(toNumber(amount))
  const pdf = await renderPdf({
    title: words.title,
    subtitle: words.period(day(from), day(to)),
    facts: await factsOf(req.scope, read),
    figures: [
      { label: words.opening, value: write(statement.opening_balance) },
      { label: words.closing, value: write(statement.closing_balance) },
    ],
    tables: [entriesOf(read, day, write)],
    footer: head ? `${words.entry(head.sequence)} · ${head.hash}` : words.title,
  })
  sendPdf(res, `${filename}.pdf`, pdf)
}

type Read = Awaited<ReturnType<typeof readStatement>>

async function factsOf(
  scope: MedusaContainer,
  { statement: { account, head }, words }: Read
): Promise<[label: string, value: string][]> {
  const query = scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data: stores } = await query.graph({ entity: "store", fields: ["name"] })
  const facts: [string, string | null | undefined][] = [
    [words.market, stores[0]?.name],
    [words.client, account.customer_name ?? account.customer_email],
    [words.head, head && `${words.entry(head.sequence)}: ${head.hash}`],
  ]
  return facts.flatMap(([label, value]) => (value ? [[label, value]] : []))
}

const entriesOf = (
  { statement, words }: Read,
  day: (date: string) => string,
  write: (amount: string) => string
): PdfTable => ({
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
    write(entry.amount),
    write(entry.balance_after),
  ]),
  empty: words.none,
})
