import type { Language } from "../../../modules/client-ledger/utils/method-settings"

const en = {
  file: "cheque-deposit",
  title: (number: number) => `Cheque deposit slip no. ${number}`,
  made: (day: string) => `Made on ${day}`,
  deposited: (day: string) => `Deposited on ${day}`,
  canceled: "Canceled",
  market: "Market",
  account_holder: "Account holder",
  iban: "IBAN",
  currency: "Currency",
  note: "Note",
  count: "Number of cheques",
  total: "Total",
  cheques: "Cheques",
  position: "No.",
  drawer: "Drawer",
  bank: "Bank",
  number: "Cheque number",
  amount: "Amount",
}

export type SlipWords = typeof en

const fr: SlipWords = {
  file: "remise-cheques",
  title: (number) => `Bordereau de remise de chèques n° ${number}`,
  made: (day) => `Établi le ${day}`,
  deposited: (day) => `Remis le ${day}`,
  canceled: "Annulé",
  market: "Marché",
  account_holder: "Titulaire du compte",
  iban: "IBAN",
  currency: "Devise",
  note: "Remarque",
  count: "Nombre de chèques",
  total: "Total",
  cheques: "Chèques",
  position: "N°",
  drawer: "Tireur",
  bank: "Banque",
  number: "N° de chèque",
  amount: "Montant",
}

export const SLIP_WORDS: Record<Language, SlipWords> = { en, fr }
