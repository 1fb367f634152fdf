import { MedusaError } from "@medusajs/framework/utils"

/** An account of the general ledger: its number in the market's chart, and what it is called there. */
export type ChartAccount = { number: string; name: string }

/** What the market set itself, by use; the rest is as France's general chart of accounts (PCG) suggests. */
export type ChartOverrides = Record<string, ChartAccount>

/**
 * What money is booked on, the PCG's own account for it, and how the number may begin (PCG, ANC 2014-03, title IX: the first
 * digits say what an account is). The PCG has no account for card payments on their way: 5115 is what is often taken.
 */
const USES = {
  clients: { number: "411", name: "Clients", begins: ["41"] },
  sales: { number: "707", name: "Ventes de marchandises", begins: ["70"] },
  vat: { number: "44571", name: "TVA collectée", begins: ["4457"] },
  cash: { number: "530", name: "Caisse", begins: ["53"] },
  cheques: { number: "5112", name: "Chèques à encaisser", begins: ["511"] },
  bank: { number: "512", name: "Banque", begins: ["512", "514"] },
  card_terminal: { number: "5115", name: "Cartes à encaisser", begins: ["5", "46", "47"] },
  online: { number: "517", name: "Paiements en ligne", begins: ["5", "46", "47"] },
  suspense: { number: "471", name: "Compte d’attente", begins: ["47", "58"] },
  loss: { number: "658", name: "Charges diverses de gestion courante", begins: ["65", "67"] },
  gain: { number: "758", name: "Produits divers de gestion courante", begins: ["75", "77"] },
  bank_fee: {
    number: "7088",
    name: "Frais bancaires refacturés",
    begins: ["62", "70", "75", "79"],
  },
  opening: { number: "890", name: "Bilan d’ouverture", begins: ["1", "41", "47", "89"] },
} as const

export type ChartUse = keyof typeof USES
export const CHART_USES = Object.keys(USES) as ChartUse[]

/** Uses that may have an account of their own by rate of VAT, or by online provider: `vat:5.5`, `online:pp_stripe_stripe`. */
const DIVIDED: readonly ChartUse[] = ["sales", "vat", "online"]

const defaultOf = (use: ChartUse): ChartAccount => ({
  number: USES[use].number,
  name: USES[use].name,
})

/** @param part the rate or provider that may have an account of its own. */
export function accountFor(
  overrides: ChartOverrides,
  use: ChartUse,
  part?: string | null
): ChartAccount {
  return (part && overrides[`${use}:${part}`]) || overrides[use] || defaultOf(use)
}

/** The whole chart as it is in force: every use, then the rates and providers that have accounts of their own. */
export function chartOf(overrides: ChartOverrides): Record<string, ChartAccount> {
  const uses = CHART_USES.map((use) => [use, accountFor(overrides, use)] as const)
  const parts = Object.entries(overrides).filter(([key]) => key.includes(":"))
  return { ...Object.fromEntries(uses), ...Object.fromEntries(parts.sort()) }
}

/** What is given changes; null brings back what was suggested. */
export type ChartPatch = Record<string, ChartAccount | null>

/** @throws INVALID_DATA naming the use, and how its number may begin. */
export function patchChart(overrides: ChartOverrides, patch: ChartPatch): ChartOverrides {
  const after = { ...overrides }
  for (const [key, account] of Object.entries(patch)) {
    const use = useOf(key)
    if (account === null) delete after[key]
    else after[key] = checked(key, use, account)
  }
  return after
}

function useOf(key: string): ChartUse {
  const [use, ...rest] = key.split(":")
  const part = rest.join(":")
  const known = CHART_USES.find((one) => one === use)
  const isRate = /^(0|[1-9]\d?)(\.\d{0,3}[1-9])?$|^100$/.test(part)
  const isPart = part ? DIVIDED.includes(known!) && (use === "online" || isRate) : key === use
  if (!known || !isPart) {
    throw invalid(
      `accounts.${key}: unknown; give one of ${CHART_USES.join(", ")}, or one by its part, as vat:5.5 or online:pp_stripe_stripe`
    )
  }
  return known
}

function checked(key: string, use: ChartUse, account: ChartAccount): ChartAccount {
  const number = account.number.trim()
  const name = account.name.trim()
  const begins = USES[use].begins
  if (!/^\d{3,12}$/.test(number)) throw invalid(`accounts.${key}.number: must be 3 to 12 digits`)
  if (!begins.some((digits) => number.startsWith(digits))) {
    throw invalid(
      `accounts.${key}.number: must begin with ${begins.join(" or ")}, not as ${number}`
    )
  }
  if (!name) throw invalid(`accounts.${key}.name: must not be empty`)
  return { number, name }
}

const invalid = (message: string) => new MedusaError(MedusaError.Types.INVALID_DATA, message)
