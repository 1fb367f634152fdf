import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { friendlyFormatIBAN } from "ibantools"
import type { ChequeDepositDTO } from "../../../../../modules/client-ledger/sql/cheque-deposits"
import { toNumber } from "../../../../../modules/client-ledger/utils/money"
import { ledgerOf } from "../../../../utils/ledger"
import { type PdfTable, renderPdf, sendPdf } from "../../../../utils/pdf"
import { SLIP_WORDS, type SlipWords } from "../../slip-words"
import type { SlipQuery } from "../../validators"

/** The "bordereau de remise" that goes to the bank with the cheques, as it was written, whatever became of them. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, SlipQuery>,
  res: MedusaResponse
) {
  const { lang } = req.validatedQuery as SlipQuery
  const words = SLIP_WORDS[lang]
  const locale = lang === "fr" ? "fr-FR" : "en-GB"
  const slip = await ledgerOf(req.scope).retrieveChequeDeposit(req.params.id!)
  const currency = slip.currency_code
  const money = new Intl.NumberFormat(locale, { style: "currency", currency })
  const write = (amount: string) => money.format(toNumber(amount))
  const pdf = await renderPdf({
    title: words.title(slip.number),
    subtitle: statusOf(slip, words, locale),
    facts: await factsOf(req.scope, slip, words),
    figures: [
      { label: words.count, value: String(slip.count) },
      { label: words.total, value: write(slip.total) },
    ],
    tables: [chequesOf(slip, words, write)],
    footer: words.title(slip.number),
  })
  sendPdf(res, `${words.file}-${slip.number}-${currency}.pdf`, pdf)
}

function statusOf(slip: ChequeDepositDTO, words: SlipWords, locale: string): string {
  const days = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" })
  if (slip.status === "canceled") return words.canceled
  return slip.deposited_on
    ? words.deposited(days.format(new Date(slip.deposited_on)))
    : words.made(days.format(new Date(slip.created_at)))
}

/** Whose account the money goes to, as far as the settings say: those of the bank transfer. */
async function factsOf(
  scope: MedusaContainer,
  slip: ChequeDepositDTO,
  words: SlipWords
): Promise<[label: string, value: string][]> {
  const query = scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data: stores } = await query.graph({ entity: "store", fields: ["name"] })
  const { methods } = await ledgerOf(scope).retrieveSettings()
  const facts: [string, string | null | undefined][] = [
    [words.market, stores[0]?.name],
    [words.account_holder, methods.transfer?.account_holder],
    [words.iban, friendlyFormatIBAN(methods.transfer?.iban ?? undefined)],
    [words.currency, slip.currency_code.toUpperCase()],
    [words.note, slip.note],
  ]
  return facts.flatMap(([label, value]) => (value ? [[label, value]] : []))
}

const chequesOf = (
  slip: ChequeDepositDTO,
  words: SlipWords,
  write: (amount: string) => string
): PdfTable => ({
  title: words.cheques,
  columns: [
    { label: words.position, weight: 1 },
    { label: words.drawer, weight: 5 },
    { label: words.bank, weight: 4 },
    { label: words.number, weight: 3 },
    { label: words.amount, weight: 3, align: "right" },
  ],
  rows: [
    ...slip.cheques.map((cheque, n) => [
      String(n + 1),
      cheque.drawer,
      cheque.bank ?? "",
      cheque.number ?? "",
      write(cheque.amount),
    ]),
    ["", words.total, "", String(slip.count), write(slip.total)],
  ],
})
