import { addAmounts, negate, sameAmount } from "../money"
import type { Amount } from "../../types"
import {
  plainText,
  statedAmount,
  statedDay,
  type StatedAccount,
  type StatementItem,
  type StatementLine,
  unreadable,
} from "./statement"
import { at, childrenAt, readElements, textAt, textsIn, type XmlElement } from "./xml-elements"

/** The versions differ in nothing that is read here but where a name or a status stands. */
const NAMESPACE = /^urn:iso:std:iso:20022:tech:xsd:camt\.053\.001\.0[2-8]$/
const EXPECTED = "expected a camt.053 statement, version 001.02 to 001.08"

/**
 * Reads an ISO 20022 bank statement. An entry that stands for several payments is one line each, if their amounts are told
 * and add up to the entry's; else it is one line.
 * @throws INVALID_DATA with line, column and what was expected.
 */
export async function* readCamt(chunks: AsyncIterable<string>): AsyncGenerator<StatementItem> {
  let accounts = 0
  const elements = readElements(chunks, {
    isWanted: (path) => /\/Stmt\/(Acct|Ntry)$/.test(path.join("/")),
    onOpen: ([root, message], namespace, place) => {
      if (root !== "Document" || !NAMESPACE.test(namespace)) {
        throw unreadable(place, `${EXPECTED}, and found "${root}" in "${namespace}"`)
      }
      if (message && message !== "BkToCstmrStmt") {
        throw unreadable(place, `${EXPECTED}, and found "${message}"`)
      }
    },
  })
  for await (const element of elements) {
    if (element.name === "Acct") {
      accounts++
      yield { account: accountOf(element) }
    } else {
      if (!accounts) throw unreadable(element.place, "expected the account (Acct) before its lines")
      for (const line of linesOf(element)) yield { line }
    }
  }
  if (!accounts) throw unreadable({ line: 1 }, `${EXPECTED} with an account (Acct)`)
}

function accountOf(account: XmlElement): StatedAccount {
  const number = textAt(account, "Id", "IBAN") ?? textAt(account, "Id", "Othr", "Id")
  if (!number) throw unreadable(account.place, "expected the account's IBAN (Acct/Id)")
  return { number: [number], currency_code: textAt(account, "Ccy")?.toLowerCase() ?? null }
}

function linesOf(entry: XmlElement): StatementLine[] {
  // Up to version 7 the status is a text, then a code. What is pending or for information isn't money yet.
  const status = textAt(entry, "Sts", "Cd") ?? textAt(entry, "Sts")
  if (!status) throw unreadable(entry.place, "expected the entry's status (Sts)")
  if (status !== "BOOK") return []
  const total = signedAmount(entry, at(entry, "Amt"))
  if (total === null) return []
  const details = childrenAt(entry, "NtryDtls").flatMap((each) => childrenAt(each, "TxDtls"))
  const parts = details.length > 1 ? splitBy(details, total, entry) : null
  const reference = plainText(textAt(entry, "AcctSvcrRef"))
  if (!parts) return [lineOf(entry, details, total, reference || ownReference(details))]
  return parts.map(({ detail, amount }, n) =>
    // Payments of one entry often bear its reference: their place in it tells them apart.
    lineOf(entry, [detail], amount, reference ? `${reference}/${n + 1}` : ownReference([detail]))
  )
}

const ownReference = (details: XmlElement[]): string =>
  details.length === 1 ? plainText(textAt(details[0], "Refs", "AcctSvcrRef")) : ""

/** The payments of an entry with their amounts; null unless all are told, in the entry's currency, and add up. */
function splitBy(
  details: XmlElement[],
  total: Amount,
  entry: XmlElement
): { detail: XmlElement; amount: Amount }[] | null {
  const currency = at(entry, "Amt")?.attributes.Ccy
  const parts: { detail: XmlElement; amount: Amount }[] = []
  for (const detail of details) {
    const stated = at(detail, "Amt") ?? at(detail, "AmtDtls", "TxAmt", "Amt")
    if (!stated || stated.attributes.Ccy !== currency) return null
    const isOwnSign = at(detail, "CdtDbtInd") !== undefined
    const amount = signedAmount(isOwnSign ? detail : entry, stated)
    if (amount === null) return null
    parts.push({ detail, amount })
  }
  return sameAmount(addAmounts(...parts.map(({ amount }) => amount)), total) ? parts : null
}

/** With the sign of who says whether it was credited or debited; null for zero. */
function signedAmount(owner: XmlElement, amount: XmlElement | undefined): Amount | null {
  if (!amount) throw unreadable(owner.place, "expected an amount (Amt)")
  const written = amount.text.trim()
  const value = statedAmount(written, written, amount.place)
  const sign = textAt(owner, "CdtDbtInd")
  if (sign !== "CRDT" && sign !== "DBIT") {
    throw unreadable(owner.place, "expected CRDT or DBIT (CdtDbtInd)")
  }
  return value !== null && sign === "DBIT" ? negate(value) : value
}

function lineOf(
  entry: XmlElement,
  details: XmlElement[],
  amount: Amount,
  reference: string
): StatementLine {
  const booked_on = dayOf(entry, "BookgDt") ?? dayOf(entry, "ValDt")
  if (!booked_on) throw unreadable(entry.place, "expected a booking date (BookgDt)")
  const remittances = details.flatMap((detail) => childrenAt(detail, "RmtInf"))
  const written = remittances.flatMap((each) => childrenAt(each, "Ustrd")).flatMap(textsIn)
  const structured = remittances.flatMap((each) => childrenAt(each, "Strd"))
  const creditor = structured.flatMap((each) => textAt(each, "CdtrRefInf", "Ref") ?? [])
  const additional = [textAt(entry, "AddtlNtryInf"), ...details.map((d) => textAt(d, "AddtlTxInf"))]
  const label = [...creditor, ...written].join(" ") || additional.filter(Boolean).join(" ")
  return {
    position: entry.place.line,
    booked_on,
    value_date: dayOf(entry, "ValDt") ?? booked_on,
    amount,
    currency_code: at(entry, "Amt")?.attributes.Ccy?.toLowerCase() ?? null,
    counterparty: plainText(counterpartyOf(details, amount)) || null,
    label: plainText(label),
    remarks: [...remarksOf(entry, details), ...additional, ...structured.flatMap(textsIn)]
      .map((text) => plainText(text))
      .filter(Boolean),
    bank_reference: reference || null,
  }
}

/** Banks return what the payer wrote in any of these. */
function remarksOf(entry: XmlElement, details: XmlElement[]): string[] {
  const own = [textAt(entry, "NtryRef"), textAt(entry, "AcctSvcrRef")]
  const references = details.flatMap((detail) => [
    ...textsIn(at(detail, "Refs")),
    ...textsIn(at(detail, "SplmtryData")),
  ])
  const supplementary = childrenAt(entry, "SplmtryData").flatMap(textsIn)
  return [...own, ...references, ...supplementary].filter((text) => text !== undefined)
}

/** Money that came in has a debtor; money that went out a creditor. From version 8 on, a party is wrapped (Pty). */
function counterpartyOf(details: XmlElement[], amount: Amount): string | undefined {
  const role = amount.startsWith("-") ? "Cdtr" : "Dbtr"
  const names = details.map((detail) => {
    const parties = at(detail, "RltdPties")
    const nameOf = (party: string) =>
      textAt(parties, party, "Nm") ?? textAt(parties, party, "Pty", "Nm")
    return nameOf(role) ?? nameOf(`Ultmt${role}`)
  })
  return [...new Set(names.filter(Boolean))].slice(0, 3).join(", ")
}

function dayOf(entry: XmlElement, name: string): string | null {
  const date = at(entry, name)
  const written = textAt(date, "Dt") ?? textAt(date, "DtTm")
  if (!date || !written) return null
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(written) ?? []
  if (!year || !month || !day) {
    throw unreadable(
      date.place,
      `expected a date, as 2026-01-31, and found "${written.slice(0, 40)}"`
    )
  }
  return statedDay([year, month, day], written, date.place)
}
