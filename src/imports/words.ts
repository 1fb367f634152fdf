import type { Language } from "../modules/client-ledger/utils/method-settings"
import type { OperationKind } from "./foreign-ledger"

type ImportWords = {
  opening: (tool: string) => string
  kindOf: Record<OperationKind, string>
  /** By the payment's type, as Cagette writes it. */
  methodOf: Record<string, string>
}

const en: ImportWords = {
  opening: (tool) => `Balance brought over from ${tool}`,
  kindOf: {
    order: "Order",
    subscription: "Subscription",
    payment: "Payment",
    membership: "Membership",
    other: "Operation",
  },
  methodOf: {
    cash: "cash",
    check: "cheque",
    transfer: "transfer",
    "card-terminal": "card terminal",
    onthespot: "on the spot",
    moneypot: "kitty",
    "mangopay-ec": "online (Mangopay)",
    "mangopay-mp": "online (Mangopay)",
    stripe: "online (Stripe)",
  },
}

const fr: ImportWords = {
  opening: (tool) => `Solde repris de ${tool}`,
  kindOf: {
    order: "Commande",
    subscription: "Souscription",
    payment: "Paiement",
    membership: "Adhésion",
    other: "Opération",
  },
  methodOf: {
    cash: "espèces",
    check: "chèque",
    transfer: "virement",
    "card-terminal": "carte (TPE)",
    onthespot: "sur place",
    moneypot: "cagnotte",
    "mangopay-ec": "en ligne (Mangopay)",
    "mangopay-mp": "en ligne (Mangopay)",
    stripe: "en ligne (Stripe)",
  },
}

/** The words in the entries that an import writes. */
export const IMPORT_WORDS: Record<Language, ImportWords> = { en, fr }
