import type { OnSiteMethod } from "../types"

type Texts = { title: string; instructions: string }

/** What clients read until the administrator writes his own. */
export const METHOD_TEXTS: Record<OnSiteMethod, Record<"fr" | "en", Texts>> = {
  cheque: {
    fr: {
      title: "Chèque",
      instructions:
        "Remettez votre chèque au stand, ou envoyez-le avant le retrait de la commande.",
    },
    en: {
      title: "Cheque",
      instructions: "Hand your cheque over at the stall, or send it before you collect your order.",
    },
  },
  cash: {
    fr: {
      title: "Espèces",
      instructions: "Payez en espèces au stand, au retrait de la commande.",
    },
    en: {
      title: "Cash",
      instructions: "Pay in cash at the stall when you collect your order.",
    },
  },
  transfer: {
    fr: {
      title: "Virement bancaire",
      instructions: "Faites un virement en indiquant la référence, pour que nous le retrouvions.",
    },
    en: {
      title: "Bank transfer",
      instructions: "Make a bank transfer and give the reference, so that we find it.",
    },
  },
  card_terminal: {
    fr: {
      title: "Carte bancaire au stand",
      instructions: "Payez par carte sur notre terminal, au retrait de la commande.",
    },
    en: {
      title: "Card at the stall",
      instructions: "Pay by card on our terminal when you collect your order.",
    },
  },
  on_site: {
    fr: {
      title: "Paiement au retrait",
      instructions: "Payez au retrait de la commande, par le moyen de votre choix.",
    },
    en: {
      title: "Pay at pickup",
      instructions: "Pay when you collect your order, in whichever way suits you.",
    },
  },
}

export const DEFAULT_TRANSFER_REFERENCE = "{customer} {order}"
