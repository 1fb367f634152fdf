import { plainText, statedAmount, statedDay, type StatementItem, unreadable } from "./statement"
import { readTags, type OfxTag } from "./ofx-tags"

type Transaction = { at: OfxTag; fields: Map<string, OfxTag> }

/**
 * Reads an OFX bank statement, 1.x (SGML) or 2.x (XML): in both a value follows its opening tag.
 * @throws INVALID_DATA with line, column and what was expected.
 */
export async function* readOfx(chunks: AsyncIterable<string>): AsyncGenerator<StatementItem> {
  let account: Map<string, string> | null = null
  let currency: string | null = null
  let transaction: Transaction | null = null
  let accounts = 0
  let isWhole = false
  for await (const tag of readTags(chunks)) {
    switch (tag.name) {
      case "/OFX":
        isWhole = true
        break
      case "CCSTMTRS":
      case "INVSTMTRS":
        throw unreadable(tag, "expected a bank account's statement, and found another kind")
      case "CURDEF":
        currency = tag.value.toLowerCase() || null
        break
      case "BANKACCTFROM":
        account = new Map()
        break
      case "/BANKACCTFROM":
        accounts++
        yield { account: { number: numberOf(account, tag), currency_code: currency } }
        account = null
        break
      case "STMTTRN":
        if (!accounts) throw unreadable(tag, "expected the account (BANKACCTFROM) before its lines")
        transaction = { at: tag, fields: new Map() }
        break
      case "/STMTTRN": {
        if (!transaction) throw unreadable(tag, "a line ends that hasn't begun")
        const line = lineOf(transaction, currency)
        if (line) yield { line }
        transaction = null
        break
      }
      default:
        if (account) account.set(tag.name, tag.value)
        // A payee's own account, or a second name, comes after the line's.
        else if (transaction && tag.value && !transaction.fields.has(tag.name)) {
          transaction.fields.set(tag.name, tag)
        }
    }
  }
  if (!isWhole) throw unreadable({ line: 1 }, "the file is cut off: it has no end (</OFX>)")
  if (!accounts) throw unreadable({ line: 1 }, "expected a bank account (BANKACCTFROM)")
}

function numberOf(account: Map<string, string> | null, tag: OfxTag): string[] {
  const number = account?.get("ACCTID")
  if (!number) throw unreadable(tag, "expected the account's number (ACCTID)")
  const parts = [account?.get("BANKID"), account?.get("BRANCHID"), number]
  return parts.filter((part) => part !== undefined && part !== "").map(String)
}

function lineOf({ at, fields }: Transaction, currency_code: string | null) {
  const need = (name: string): OfxTag => {
    const tag = fields.get(name)
    if (!tag) throw unreadable(at, `expected ${name} in this line (STMTTRN)`)
    return tag
  }
  const text = (name: string) => plainText(fields.get(name)?.value)
  const written = need("TRNAMT")
  const amount = statedAmount(written.value.replace(",", "."), written.value, written)
  const booked_on = dayOf(need("DTPOSTED"))
  if (amount === null) return null
  const available = fields.get("DTAVAIL")
  return {
    position: at.line,
    booked_on,
    value_date: available ? dayOf(available) : booked_on,
    amount,
    currency_code,
    counterparty: text("NAME") || null,
    label: text("MEMO") || text("NAME"),
    remarks: ["NAME", "NAME2", "EXTDNAME", "REFNUM", "CHECKNUM"].map(text).filter(Boolean),
    bank_reference: text("FITID") || null,
  }
}

/** "20260131", or a moment that begins so. */
function dayOf(tag: OfxTag): string {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})/.exec(tag.value) ?? []
  if (!year || !month || !day) {
    throw unreadable(tag, `expected a date (${tag.name}), as 20260131`)
  }
  return statedDay([year, month, day], tag.value, tag)
}
