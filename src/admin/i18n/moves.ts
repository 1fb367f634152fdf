/** The words of money moved between accounts, and of a guest merged into a registered client. */
export const moveEn = {
  action: "Move to another account…",
  title: "Move to another account",
  hint: "What this account gives, the other receives; no cash moves. {{name}} {{balance}}.",
  to: "To whose account?",
  search: "Name or e-mail",
  nobody: "No other account found",
  change: "Change",
  pickMissing: "Choose an account",
  after: "After it",
  balanceAfter: "{{name}}: {{balance}}",
  submit: "Move",
  done: "{{amount}} moved",
  toAccount: "to {{name}}",
  fromAccount: "from {{name}}",
  reverseBoth: "The move is taken back on both accounts, that of {{name}} too.",
}

export const mergeEn = {
  action: "Merge into a registered client…",
  title: "Merge into a registered client",
  hint: "All orders of {{name}}, who ordered as a guest, and what is left on this account go to the client. This account stays, at zero.",
  into: "Into which client?",
  sameEmail: "Same e-mail",
  nobody: "No registered client found",
  pickMissing: "Choose a client",
  submit: "Merge",
  confirmTitle: "Merge {{guest}} into {{client}}?",
  confirmText: "The orders change customer in Medusa too. There is no gesture to part them again.",
  done: "Merged",
}

export const moveFr: typeof moveEn = {
  action: "Transférer vers un autre compte…",
  title: "Transférer vers un autre compte",
  hint: "Ce que ce compte donne, l’autre le reçoit ; aucun argent ne circule. {{name}} {{balance}}.",
  to: "Vers le compte de qui ?",
  search: "Nom ou e-mail",
  nobody: "Aucun autre compte trouvé",
  change: "Changer",
  pickMissing: "Choisissez un compte",
  after: "Ensuite",
  balanceAfter: "{{name}} {{balance}}",
  submit: "Transférer",
  done: "{{amount}} transférés",
  toAccount: "vers {{name}}",
  fromAccount: "de {{name}}",
  reverseBoth: "L’écriture est contre-passée sur les deux comptes, celui de {{name}} aussi.",
}

export const mergeFr: typeof mergeEn = {
  action: "Fusionner avec un client inscrit…",
  title: "Fusionner avec un client inscrit",
  hint: "Toutes les commandes de {{name}}, passées sans compte, et ce qui reste ici vont au client inscrit. Ce compte demeure, à zéro.",
  into: "Avec quel client ?",
  sameEmail: "Même e-mail",
  nobody: "Aucun client inscrit trouvé",
  pickMissing: "Choisissez un client",
  submit: "Fusionner",
  confirmTitle: "Fusionner {{guest}} avec {{client}} ?",
  confirmText:
    "Les commandes changent aussi de client dans Medusa. Aucun geste ne les sépare ensuite.",
  done: "Fusion faite",
}
