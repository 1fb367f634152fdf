import type { Amount } from "../../modules/client-ledger/types"
import type { Language } from "../../modules/client-ledger/utils/method-settings"
import { isNegative, isPositive, negate } from "../../modules/client-ledger/utils/money"
import { paperFormat, type PaperFormat } from "../paper"
import { greeting, type Letter, letterOf } from "./letter"

/** A statement that comes with the mail. */
export type StatementFacts = {
  /** The market's name. */
  market: string | null
  client: string | null
  currency_code: string
  from: string
  to: string
  opening_balance: Amount
  closing_balance: Amount
}

const en = {
  subject: (from: string, to: string, market: string | null) =>
    [`Your statement, ${from} to ${to}`, market].filter(Boolean).join(" – "),
  hello: "Hello",
  attached: "You will find the statement of your account attached.",
  before: (day: string) => `Before ${day}`,
  after: (day: string) => `At the end of ${day}`,
  owes: (amount: string) => `${amount} to pay`,
  settled: "settled",
  holds: (amount: string) => `${amount} in reserve`,
}
type Words = typeof en

const fr: Words = {
  subject: (from, to, market) =>
    [`Votre relevé de compte, du ${from} au ${to}`, market].filter(Boolean).join(" – "),
  hello: "Bonjour",
  attached: "Vous trouverez ci-joint le relevé de votre compte.",
  before: (day) => `Avant le ${day}`,
  after: (day) => `Au soir du ${day}`,
  owes: (amount) => `${amount} à régler`,
  settled: "soldé",
  holds: (amount) => `${amount} d’avance`,
}

const WORDS: Record<Language, Words> = { en, fr }

/** The mail that a statement is attached to. */
export function statementLetter(facts: StatementFacts, language: Language): Letter {
  const words = WORDS[language]
  const format = paperFormat(language, facts.currency_code)
  const [from, to] = [format.day(facts.from, "long"), format.day(facts.to, "long")]
  return letterOf(words.subject(from, to, facts.market), [
    greeting(words.hello, facts.client),
    words.attached,
    {
      rows: [
        [words.before(from), balanceOf(facts.opening_balance, words, format)],
        [words.after(to), balanceOf(facts.closing_balance, words, format)],
      ],
    },
    ...(facts.market ? [facts.market] : []),
  ])
}

function balanceOf(balance: Amount, words: Words, format: PaperFormat): string {
  if (isNegative(balance)) return words.owes(format.money(negate(balance)))
  return isPositive(balance) ? words.holds(format.money(balance)) : words.settled
}
