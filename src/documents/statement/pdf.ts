import type { Statement, StatementPeriod } from "../../modules/client-ledger/sql/statements"
import type { ClientAccountDTO } from "../../modules/client-ledger/types"
import type { Language } from "../../modules/client-ledger/utils/method-settings"
import { paperFormat, type PaperFormat } from "../paper"
import { type PdfContent, type PdfTable, renderPdf } from "../pdf"
import { labelOf } from "./label"
import { STATEMENT_WORDS, type StatementWords } from "./words"

/** A client's statement, as it is shown, filed and mailed. */
export type StatementDocument = {
  statement: Statement & { account: ClientAccountDTO }
  period: StatementPeriod
  language: Language
  /** The market's name. */
  market: string | null
}

/** The file's name, without its ending. */
export const statementFilename = (
  { from, to }: Pick<StatementPeriod, "from" | "to">,
  language: Language
) => `${STATEMENT_WORDS[language].file}-${from}-${to}`

/** The statement on paper, in the reader's words. */
export async function statementPdf(document: StatementDocument): Promise<Buffer> {
  const { statement, period, language } = document
  const { account, head } = statement
  const words = STATEMENT_WORDS[language]
  const format = paperFormat(language, account.currency_code)
  return renderPdf({
    title: words.title,
    subtitle: words.period(format.day(period.from), format.day(period.to)),
    facts: factsOf(document, words),
    figures: [
      { label: words.opening, value: format.money(statement.opening_balance) },
      { label: words.closing, value: format.money(statement.closing_balance) },
    ],
    tables: [entriesOf(statement, words, format)],
    footer: head ? `${words.entry(head.sequence)} · ${head.hash}` : words.title,
  })
}

const factsOf = (
  { statement: { account, head }, market }: StatementDocument,
  words: StatementWords
): PdfContent["facts"] => [
  [words.market, market],
  [words.client, account.customer_name ?? account.customer_email],
  [words.head, head && `${words.entry(head.sequence)}: ${head.hash}`],
]

const entriesOf = (statement: Statement, words: StatementWords, format: PaperFormat): PdfTable => ({
  title: words.entries,
  columns: [
    { label: words.date, weight: 3 },
    { label: words.label, weight: 7 },
    { label: words.reference, weight: 4 },
    { label: words.amount, weight: 3, align: "right" },
    { label: words.balance, weight: 3, align: "right" },
  ],
  rows: statement.entries.map((entry) => [
    format.day(entry.value_date),
    labelOf(entry, words),
    entry.reference ?? "",
    format.money(entry.amount),
    format.money(entry.balance_after),
  ]),
  empty: words.none,
})
