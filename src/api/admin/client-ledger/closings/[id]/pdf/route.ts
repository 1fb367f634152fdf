import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { ClosingDTO } from "../../../../../../modules/client-ledger/sql/closings"
import { gapOf } from "../../../../../../modules/client-ledger/utils/closing"
import type { Language } from "../../../../../../modules/client-ledger/utils/method-settings"
import { paperFormat } from "../../../../../../documents/paper"
import { renderPdf, sendPdf } from "../../../../../utils/pdf"
import type { Cell, Section } from "../../document"
import type { DocumentWords } from "../../document-words"
import { readDocument } from "../../read-document"
import type { DocumentQuery } from "../../validators"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, DocumentQuery>,
  res: MedusaResponse
) {
  const { words, language, time_zone, closing, document, filename } = await readDocument(req)
  const write = writerOf(language, closing.currency_code, time_zone)
  const pdf = await renderPdf({
    title: words.title(closing.number),
    subtitle: write({ date: closing.day }),
    facts: document.facts.map(([label, value]) => [label, write(value)]),
    figures: figuresOf(closing, words).map(([label, value]) => ({ label, value: write(value) })),
    tables: document.sections.map((section) => ({
      title: section.title,
      columns: columnsOf(section),
      rows: section.rows.map((row) => row.map(write)),
      empty: words.none,
    })),
    footer: `${words.title(closing.number)} · ${closing.hash}`,
  })
  sendPdf(res, `${filename}.pdf`, pdf)
}

function figuresOf(closing: ClosingDTO, words: DocumentWords): [string, Cell][] {
  const { methods, totals } = closing
  return [
    [words.received, { money: closing.received }],
    [words.paid_out, { money: closing.paid_out }],
    [words.gap, { money: gapOf(methods) }],
    [`${words.totals}: ${words.periods.ever}`, { money: totals.ever.net }],
  ]
}

/** Money stands to the right; what is written in words gets the room that numbers leave. */
const columnsOf = ({ columns, rows }: Section) =>
  columns.map((label, n) => {
    const cells = rows.map((row) => row[n] ?? "")
    const isMoney = cells.some((cell) => typeof cell === "object" && "money" in cell)
    const longest = Math.max(
      label.length,
      ...cells.map((cell) => (typeof cell === "string" ? cell.length : 12))
    )
    return {
      label,
      weight: Math.min(Math.max(longest, 9), 60),
      ...(isMoney && { align: "right" as const }),
    }
  })

function writerOf(language: Language, currency: string, timeZone: string) {
  const { locale, money, day } = paperFormat(language, currency)
  const moment = new Intl.DateTimeFormat(locale, {
    ...{ year: "numeric", month: "short", day: "numeric" },
    ...{ hour: "2-digit", minute: "2-digit", second: "2-digit" },
    timeZoneName: "short",
    timeZone,
  })
  return (cell: Cell): string => {
    if (typeof cell === "string") return cell
    if ("money" in cell) return money(cell.money)
    return "date" in cell ? day(cell.date) : moment.format(new Date(cell.moment))
  }
}
