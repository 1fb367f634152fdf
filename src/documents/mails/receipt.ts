import type { Amount, ReceiptMethod } from "../../modules/client-ledger/types"
import type { Language } from "../../modules/client-ledger/utils/method-settings"
import { isNegative, isPositive, negate } from "../../modules/client-ledger/utils/money"
import { paperFormat, type PaperFormat } from "../paper"
import { greeting, type Letter, type LetterBlock, letterOf } from "./letter"

/** A payment that came in. */
export type ReceiptFacts = {
  /** The market's name. */
  market: string | null
  client: string | null
  currency_code: string
  amount: Amount
  method: ReceiptMethod
  reference: string | null
  value_date: string
  /** What of it settles orders, and anything else. */
  orders: { display_id: number | null; amount: Amount }[]
  other: Amount
  /** Below zero: the client still owes. */
  balance_after: Amount
}

const en = {
  subject: (amount: string, market: string | null) =>
    market ? `Payment received: ${amount} – ${market}` : `Payment received: ${amount}`,
  hello: "Hello",
  received: (amount: string, method: string, day: string) =>
    `We received your payment of ${amount} ${method}, dated ${day}. Thank you.`,
  by: {
    cheque: "by cheque",
    cash: "in cash",
    transfer: "by bank transfer",
    card_terminal: "by card",
    on_site: "at the stall",
    online: "online",
  } satisfies Record<ReceiptMethod, string>,
  numbered: (method: string, reference: string) => `${method} no. ${reference}`,
  settles: "It pays:",
  order: (number: number | null) => (number === null ? "Order" : `Order no. ${number}`),
  other: "Earlier balance",
  owes: (amount: string) => `After it, ${amount} is left to pay on your account.`,
  settled: "Your account is settled: there is nothing left to pay.",
  holds: (amount: string) => `After it, you have ${amount} in reserve for your next orders.`,
}
type Words = typeof en

const fr: Words = {
  subject: (amount, market) =>
    market ? `Paiement reçu : ${amount} – ${market}` : `Paiement reçu : ${amount}`,
  hello: "Bonjour",
  received: (amount, method, day) =>
    `Nous avons bien reçu votre paiement de ${amount} ${method}, en date du ${day}. Merci.`,
  by: {
    cheque: "par chèque",
    cash: "en espèces",
    transfer: "par virement",
    card_terminal: "par carte",
    on_site: "au stand",
    online: "en ligne",
  },
  numbered: (method, reference) => `${method} n° ${reference}`,
  settles: "Il règle :",
  order: (number) => (number === null ? "Commande" : `Commande n° ${number}`),
  other: "Solde antérieur",
  owes: (amount) => `Après ce paiement, il reste ${amount} à régler sur votre compte.`,
  settled: "Votre compte est soldé : il ne reste rien à régler.",
  holds: (amount) =>
    `Après ce paiement, vous avez ${amount} d’avance pour vos prochaines commandes.`,
}

const WORDS: Record<Language, Words> = { en, fr }

/** The mail that acknowledges a payment. */
export function receiptLetter(facts: ReceiptFacts, language: Language): Letter {
  const words = WORDS[language]
  const format = paperFormat(language, facts.currency_code)
  const amount = format.money(facts.amount)
  const rows = settledRows(facts, words, format)
  const blocks: LetterBlock[] = [
    greeting(words.hello, facts.client),
    words.received(amount, methodOf(facts, words), format.day(facts.value_date, "long")),
    ...(rows.length ? [words.settles, { rows }] : []),
    balanceAfter(facts.balance_after, words, format),
    ...(facts.market ? [facts.market] : []),
  ]
  return letterOf(words.subject(amount, facts.market), blocks)
}

/** A cheque's number is worth reading; a card slip's or a provider's means nothing to the client. */
function methodOf({ method, reference }: ReceiptFacts, words: Words): string {
  const by = words.by[method]
  return method === "cheque" && reference ? words.numbered(by, reference) : by
}

function settledRows(facts: ReceiptFacts, words: Words, format: PaperFormat): [string, string][] {
  const rows = facts.orders.map(({ display_id, amount }): [string, string] => [
    words.order(display_id),
    format.money(amount),
  ])
  if (isPositive(facts.other)) rows.push([words.other, format.money(facts.other)])
  return rows
}

function balanceAfter(balance: Amount, words: Words, format: PaperFormat): string {
  if (isNegative(balance)) return words.owes(format.money(negate(balance)))
  return isPositive(balance) ? words.holds(format.money(balance)) : words.settled
}
