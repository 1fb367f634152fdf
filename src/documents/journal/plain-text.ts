import type { NumberedPiece } from "../../modules/client-ledger/sql/journal-pieces"
import { fixedAmount } from "../../modules/client-ledger/utils/money"
import { inOneLine, numberOf } from "./line"

/** Double-entry files of plain text: an account's client is a part of it, `411:C00012`. */
type PieceText = (piece: NumberedPiece, digits: number) => string

const codeOf = (piece: NumberedPiece) => `${piece.journal}-${numberOf(piece)}`
const accountOf = ({ account, aux }: NumberedPiece["lines"][number]) =>
  aux ? `${account}:${aux}` : account
const commodityOf = (piece: NumberedPiece) => piece.currency_code.toUpperCase()

/** hledger's journal format (hledger.org, "Journal"): `;` begins a comment, two spaces end an account's name. */
export const hledgerHeader = (currencyCode: string, digits: number): string =>
  `commodity ${fixedAmount(1000, digits)}${digits ? "" : "."} ${currencyCode.toUpperCase()}\n`

export const hledgerPiece: PieceText = (piece, digits) => {
  const text = (value: string) => inOneLine(value).replaceAll(";", ",")
  const postings = piece.lines.map((line) => {
    const notes = [line.aux_name ?? line.name, line.letter && `letter:${line.letter.code}`]
    const amount = `${fixedAmount(line.amount, digits)} ${commodityOf(piece)}`
    return `    ${accountOf(line)}  ${amount}  ; ${notes
      .filter(Boolean)
      .map((note) => text(note as string))
      .join(", ")}`
  })
  return [
    "",
    `${piece.day} ${piece.valid_on ? "*" : "!"} (${codeOf(piece)}) ${text(piece.label)}  ; ref:${text(piece.reference).replaceAll(",", " ")}`,
    ...postings,
    "",
  ].join("\n")
}

/** Beancount's syntax (beancount.github.io, "Language Syntax"). Accounts open by themselves. */
export const beancountHeader = (currencyCode: string): string =>
  [
    `option "operating_currency" "${currencyCode.toUpperCase()}"`,
    `plugin "beancount.plugins.auto_accounts"`,
    "",
  ].join("\n")

export const beancountPiece: PieceText = (piece, digits) => {
  const text = (value: string) => JSON.stringify(inOneLine(value))
  const postings = piece.lines.flatMap((line) => [
    `  ${rootOf(line.account)}:${accountOf(line)}  ${fixedAmount(line.amount, digits)} ${commodityOf(piece)}`,
    ...(line.aux_name ? [`    client: ${text(line.aux_name)}`] : []),
    ...(line.letter ? [`    letter: ${text(line.letter.code)}`] : []),
  ])
  return [
    "",
    `${piece.day} ${piece.valid_on ? "*" : "!"} ${text(piece.label)}`,
    `  piece: ${text(codeOf(piece))}`,
    `  reference: ${text(piece.reference)}`,
    ...postings,
    "",
  ].join("\n")
}

/** Beancount's five kinds of account, by the classes of France's general chart of accounts. */
function rootOf(account: string): string {
  if (/^[18]/.test(account)) return "Equity"
  if (account.startsWith("6")) return "Expenses"
  if (account.startsWith("7")) return "Income"
  return /^4(?!1|6|7)/.test(account) ? "Liabilities" : "Assets"
}
