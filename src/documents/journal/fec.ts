import type { NumberedPiece } from "../../modules/client-ledger/sql/journal-pieces"
import { journalWords } from "../../modules/client-ledger/utils/journal-words"
import type { Language } from "../../modules/client-ledger/utils/method-settings"
import { inOneLine, linesOf, type JournalLine } from "./line"

/** The columns of a French FEC, in their order (LPF, art. A47 A-1, VII). */
const COLUMNS = [
  "JournalCode",
  "JournalLib",
  "EcritureNum",
  "EcritureDate",
  "CompteNum",
  "CompteLib",
  "CompAuxNum",
  "CompAuxLib",
  "PieceRef",
  "PieceDate",
  "EcritureLib",
  "Debit",
  "Credit",
  "EcritureLet",
  "DateLet",
  "ValidDate",
  "Montantdevise",
  "Idevise",
]

/** Fields are parted by a tab, lines by CR LF; dates are yyyyMMdd, decimals have a comma (LPF, art. A47 A-1, VI and VIII). */
const lineOf = (fields: string[]) => `${fields.map(inOneLine).join("\t")}\r\n`
const day = (date: string | null | undefined) => (date ?? "").replaceAll("-", "")
const comma = (amount: string) => amount.replace(".", ",")

export const fecHeader = (): string => lineOf(COLUMNS)

/** Pieces as lines of a file in FEC format. What isn't closed has no ValidDate. @param digits the decimals of the currency. */
export function fecLines(pieces: NumberedPiece[], digits: number, language: Language): string {
  const journals = journalWords(language).journals
  let text = ""
  for (const line of linesOf(pieces, digits)) {
    text += lineOf(fieldsOf(line, journals[line.piece.journal]))
  }
  return text
}

function fieldsOf({ piece, line, number, debit, credit }: JournalLine, journal: string): string[] {
  // The amounts are in the currency of the books; only another one than the euro is said again.
  const isForeign = piece.currency_code !== "eur"
  return [
    piece.journal,
    journal,
    number,
    day(piece.day),
    line.account,
    line.name,
    line.aux ?? "",
    line.aux_name ?? "",
    piece.reference,
    day(piece.referred_on),
    piece.label,
    comma(debit),
    comma(credit),
    line.letter?.code ?? "",
    day(line.letter?.day),
    day(piece.valid_on),
    isForeign ? comma(Number(debit) ? debit : credit) : "",
    isForeign ? piece.currency_code.toUpperCase() : "",
  ]
}
