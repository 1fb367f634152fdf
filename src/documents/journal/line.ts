import type { NumberedPiece } from "../../modules/client-ledger/sql/journal-pieces"
import { fixedAmount, isNegative, negate } from "../../modules/client-ledger/utils/money"

/** A line of a piece as files write it: the piece's number, and what is debited or credited, with the currency's decimals. */
export type JournalLine = {
  piece: NumberedPiece
  line: NumberedPiece["lines"][number]
  number: string
  debit: string
  credit: string
}

/** The number a closing gave, or a provisional one: P1, P2… */
export const numberOf = ({ number, valid_on }: NumberedPiece): string =>
  valid_on ? String(number) : `P${number}`

/** The lines of pieces, in the order of the books. @param digits the decimals of the currency. */
export function* linesOf(pieces: NumberedPiece[], digits: number): Generator<JournalLine> {
  for (const piece of pieces) {
    for (const line of piece.lines) {
      const credited = isNegative(line.amount)
      yield {
        piece,
        line,
        number: numberOf(piece),
        debit: fixedAmount(credited ? 0 : line.amount, digits),
        credit: fixedAmount(credited ? negate(line.amount) : 0, digits),
      }
    }
  }
}

/** In one line of a text file: what a person typed may hold anything. */
export const inOneLine = (text: string): string =>
  text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim()
