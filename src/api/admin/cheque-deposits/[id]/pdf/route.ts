import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { friendlyFormatIBAN } from "ibantools"
import type { ChequeDepositDTO } from "../../../../../modules/client-ledger/sql/cheque-deposits"
import { ledgerOf } from "../../../../utils/ledger"
import { paperFormat, type PaperFormat } from "../../../../../documents/paper"
import { storeName } from "../../../../../workflows/client-ledger/utils/store-name"
import { type PdfContent, type PdfTable, renderPdf, sendPdf } from "../../../../utils/pdf"
import { SLIP_WORDS, type SlipWords } from "../../slip-words"
import type { SlipQuery } from "../../validators"

/** The "bordereau de remise" that goes to the bank with the cheques, as it was written, whatever became of them. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, SlipQuery>,
  res: MedusaResponse
) {
  const { lang } = req.validatedQuery as SlipQuery
  const words = SLIP_WORDS[lang]
  const slip = await ledgerOf(req.scope).retrieveChequeDeposit(req.params.id!)
  const format = paperFormat(lang, slip.currency_code)
  const pdf = await renderPdf({
    title: words.title(slip.number),
    subtitle: statusOf(slip, words, format),
    facts: await factsOf(req.scope, slip, words),
    figures: [
      { label: words.count, value: String(slip.count) },
      { label: words.total, value: format.money(slip.total) },
    ],
    tables: [chequesOf(slip, words, format)],
    footer: words.title(slip.number),
  })
  sendPdf(res, `${words.file}-${slip.number}-${slip.currency_code}.pdf`, pdf)
}

function statusOf(slip: ChequeDepositDTO, words: SlipWords, { day }: PaperFormat): string {
  if (slip.status === "canceled") return words.canceled
  return slip.deposited_on
    ? words.deposited(day(slip.deposited_on, "long"))
    : words.made(day(slip.created_at, "long"))
}

/** Whose account the money goes to, as far as the settings say: those of the bank transfer. */
async function factsOf(
  scope: MedusaContainer,
  slip: ChequeDepositDTO,
  words: SlipWords
): Promise<PdfContent["facts"]> {
  const { methods } = await ledgerOf(scope).retrieveSettings()
  return [
    [words.market, await storeName(scope)],
    [words.account_holder, methods.transfer?.account_holder],
    [words.iban, friendlyFormatIBAN(methods.transfer?.iban ?? undefined)],
    [words.currency, slip.currency_code.toUpperCase()],
    [words.note, slip.note],
  ]
}

const chequesOf = (slip: ChequeDepositDTO, words: SlipWords, { money }: PaperFormat): PdfTable => ({
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
      money(cheque.amount),
    ]),
    ["", words.total, "", String(slip.count), money(slip.total)],
  ],
})
