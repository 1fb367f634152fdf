import { friendlyFormatIBAN } from "ibantools"
import type { Amount } from "../../modules/client-ledger/types"
import type { Language } from "../../modules/client-ledger/utils/method-settings"
import { addAmounts, isPositive, subtractAmounts } from "../../modules/client-ledger/utils/money"
import { paperFormat, type PaperFormat } from "../paper"
import { greeting, type Letter, type LetterBlock, letterOf } from "./letter"

/** What a client owes past its due date. */
export type ReminderFacts = {
  /** The market's name. */
  market: string | null
  client: string | null
  currency_code: string
  overdue: Amount
  /** The due date of the oldest of it. */
  overdue_since: string | null
  /** The orders that it is owed for, in part or whole. */
  orders: { display_id: number | null; ordered_on: string | null; open: Amount }[]
  /** Where the market's settings have an IBAN. */
  transfer: { account_holder: string | null; iban: string; reference: string } | null
}

const en = {
  subject: (amount: string, market: string | null) =>
    market ? `Reminder: ${amount} to pay – ${market}` : `Reminder: ${amount} to pay`,
  hello: "Hello",
  overdue: (amount: string, since: string | null) =>
    since
      ? `Unless we are mistaken, ${amount} has been due since ${since}.`
      : `Unless we are mistaken, ${amount} is still to be paid.`,
  order: (number: number | null, day: string | null) =>
    [number === null ? "Order" : `Order no. ${number}`, day && `of ${day}`]
      .filter(Boolean)
      .join(" "),
  other: "Earlier balance",
  transfer: "You can pay it by bank transfer:",
  account_holder: "Account holder",
  iban: "IBAN",
  reference: "Reference, as it is",
  please:
    "Please pay it when you next come to the market. If you have just paid, or something looks wrong, " +
    "forget this message or tell us.",
  thanks: "Thank you.",
}
type Words = typeof en

const fr: Words = {
  subject: (amount, market) =>
    market ? `Rappel : ${amount} à régler – ${market}` : `Rappel : ${amount} à régler`,
  hello: "Bonjour",
  overdue: (amount, since) =>
    since
      ? `Sauf erreur de notre part, il reste ${amount} à régler depuis le ${since}.`
      : `Sauf erreur de notre part, il reste ${amount} à régler.`,
  order: (number, day) =>
    [number === null ? "Commande" : `Commande n° ${number}`, day && `du ${day}`]
      .filter(Boolean)
      .join(" "),
  other: "Solde antérieur",
  transfer: "Vous pouvez régler par virement :",
  account_holder: "Titulaire",
  iban: "IBAN",
  reference: "Référence, telle quelle",
  please:
    "Vous pouvez régler lors de votre prochain passage au marché. Si vous venez de payer, ne tenez pas compte " +
    "de ce message ; si quelque chose vous semble faux, dites-le-nous.",
  thanks: "Merci.",
}

const WORDS: Record<Language, Words> = { en, fr }

/** The mail that asks for what is overdue. */
export function reminderLetter(facts: ReminderFacts, language: Language): Letter {
  const words = WORDS[language]
  const format = paperFormat(language, facts.currency_code)
  const amount = format.money(facts.overdue)
  const blocks: LetterBlock[] = [
    greeting(words.hello, facts.client),
    words.overdue(amount, facts.overdue_since && format.day(facts.overdue_since, "long")),
    // Without orders there is one sum, which is said already.
    ...(facts.orders.length ? [{ rows: overdueRows(facts, words, format) }] : []),
    ...transferBlocks(facts.transfer, words),
    words.please,
    facts.market ? `${words.thanks}\n${facts.market}` : words.thanks,
  ]
  return letterOf(words.subject(amount, facts.market), blocks)
}

function transferBlocks(transfer: ReminderFacts["transfer"], words: Words): LetterBlock[] {
  if (!transfer) return []
  const { account_holder, iban, reference } = transfer
  const rows: [string, string | null][] = [
    [words.account_holder, account_holder],
    [words.iban, friendlyFormatIBAN(iban) ?? iban],
    [words.reference, reference],
  ]
  return [
    words.transfer,
    { rows: rows.flatMap(([label, value]) => (value ? [[label, value]] : [])) },
  ]
}

/** They add up to what is overdue. */
function overdueRows(facts: ReminderFacts, words: Words, format: PaperFormat): [string, string][] {
  const rows = facts.orders.map(({ display_id, ordered_on, open }): [string, string] => [
    words.order(display_id, ordered_on && format.day(ordered_on, "long")),
    format.money(open),
  ])
  const ofOrders = addAmounts(...facts.orders.map(({ open }) => open))
  const other = subtractAmounts(facts.overdue, ofOrders)
  if (isPositive(other)) rows.push([words.other, format.money(other)])
  return rows
}
