import type { ReceiptMethod } from "../types"
import type { Language } from "./method-settings"

/** The books a piece is in, by the codes that French accountants are used to. */
export const JOURNALS = ["VE", "CA", "CH", "BQ", "CB", "OD"] as const
export type JournalCode = (typeof JOURNALS)[number]

type Words = {
  journals: Record<JournalCode, string>
  methods: Record<ReceiptMethod, string>
  order: string
  payout: string
  reversal: string
  bounce: string
  adjustment: string
  write_off: string
  opening_balance: string
  bank_fee: string
  transfer: string
  deposit: string
}

const fr: Words = {
  journals: {
    VE: "Ventes",
    CA: "Caisse",
    CH: "Chèques",
    BQ: "Banque",
    CB: "Cartes et paiements en ligne",
    OD: "Opérations diverses",
  },
  methods: {
    cheque: "Chèque",
    cash: "Espèces",
    transfer: "Virement",
    card_terminal: "Carte",
    on_site: "Paiement sur place",
    online: "Paiement en ligne",
  },
  order: "Commande",
  payout: "Remboursement",
  reversal: "Contre-passation",
  bounce: "Chèque impayé",
  adjustment: "Ajustement",
  write_off: "Abandon",
  opening_balance: "Solde d’ouverture",
  bank_fee: "Frais bancaires",
  transfer: "Virement de compte à compte",
  deposit: "Remise de chèques",
}

const en: Words = {
  journals: {
    VE: "Sales",
    CA: "Cash",
    CH: "Cheques",
    BQ: "Bank",
    CB: "Cards and online payments",
    OD: "Other",
  },
  methods: {
    cheque: "Cheque",
    cash: "Cash",
    transfer: "Transfer",
    card_terminal: "Card",
    on_site: "Payment on site",
    online: "Online payment",
  },
  order: "Order",
  payout: "Paid out",
  reversal: "Reversal",
  bounce: "Bounced cheque",
  adjustment: "Adjustment",
  write_off: "Write-off",
  opening_balance: "Opening balance",
  bank_fee: "Bank fee",
  transfer: "Account to account",
  deposit: "Cheque deposit",
}

/** What is written on pieces, in the market's language. */
export const journalWords = (language: Language): Words => (language === "fr" ? fr : en)
