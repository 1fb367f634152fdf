/** The words of top-ups: money that a client pays online onto his account, and its way back. */
export const topUpEn = {
  refund: "Refund…",
  title: "Refund an online payment",
  hint: "{{left}} of {{amount}} paid online can go back. The payment provider gives it back the way it came.",
  noteHint: "Why, for the account's history",
  submit: "Refund",
  nothingLeft: "All of it was refunded already",
  beyondLeft: "At most {{left}} is left to refund",
  confirmTitle: "Refund {{amount}} to {{name}}?",
  confirmText: "The money leaves at once, and there is no gesture to take it back.",
  confirmDebt:
    "{{name}} would then owe {{after}}: this money has settled orders. It leaves at once, and there is no gesture to take it back.",
  done: "{{amount}} refunded",
  max: "Online payment at most",
  maxLabel: "The most a client may pay online onto his account",
  maxHint: "In the account's own currency. Empty: no limit.",
  maxNone: "No limit",
}

export const topUpFr: typeof topUpEn = {
  refund: "Rembourser…",
  title: "Rembourser un paiement en ligne",
  hint: "{{left}} sur {{amount}} payés en ligne peuvent être rendus. Le prestataire les rend par où ils sont venus.",
  noteHint: "Pourquoi, pour l’historique du compte",
  submit: "Rembourser",
  nothingLeft: "Tout est déjà remboursé",
  beyondLeft: "Il reste au plus {{left}} à rembourser",
  confirmTitle: "Rembourser {{amount}} à {{name}} ?",
  confirmText: "L’argent part tout de suite, et aucun geste ne le reprend.",
  confirmDebt:
    "{{name}} devrait alors {{after}} : cet argent a réglé des commandes. Il part tout de suite, et aucun geste ne le reprend.",
  done: "{{amount}} remboursés",
  max: "Paiement en ligne, au plus",
  maxLabel: "Le plus qu’un client peut payer en ligne sur son compte",
  maxHint: "Dans la devise du compte. Vide : sans limite.",
  maxNone: "Sans limite",
}
