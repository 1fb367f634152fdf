/** The words of what a client writes on a bank transfer, and the treasurer looks for on the bank's statement. */
export const transferReferenceEn = {
  label: "Transfer reference",
  copy: "Copy the transfer reference",
}

export const transferReferenceFr: typeof transferReferenceEn = {
  label: "Référence de virement",
  copy: "Copier la référence de virement",
}
