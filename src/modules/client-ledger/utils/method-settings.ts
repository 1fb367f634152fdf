import { MedusaError } from "@medusajs/framework/utils"
import { electronicFormatIBAN, isValidBIC, isValidIBAN } from "ibantools"
import type { OnSiteMethod } from "../types"
import { DEFAULT_TRANSFER_REFERENCE, METHOD_TEXTS } from "./method-texts"

export const LANGUAGES = ["fr", "en"] as const
export type Language = (typeof LANGUAGES)[number]

export type MethodTexts = { title: string; instructions: string }

/** Whom to pay, how: each method has some of them. */
const DETAILS = ["payee", "account_holder", "iban", "bic", "reference"] as const
type Detail = (typeof DETAILS)[number]

const DETAILS_OF: Record<OnSiteMethod, readonly Detail[]> = {
  cheque: ["payee"],
  cash: [],
  transfer: ["account_holder", "iban", "bic", "reference"],
  card_terminal: [],
  on_site: [],
}

/** What a client reads of a method. */
export type MethodContent = { texts: Record<Language, MethodTexts> } & Partial<
  Record<Detail, string>
>

/** What an administrator wrote over the defaults; null or "" takes it back. */
export type MethodPatch = {
  texts?: Partial<Record<Language, Partial<Record<keyof MethodTexts, string | null>>>>
} & Partial<Record<Detail, string | null>>

export type StoredMethods = Partial<Record<OnSiteMethod, MethodPatch>>

/** The method's texts and details: the administrator's, else ours. */
export function contentOf(method: OnSiteMethod, stored: MethodPatch = {}): MethodContent {
  const texts = (language: Language): MethodTexts => {
    const own = stored.texts?.[language]
    const ours = METHOD_TEXTS[method][language]
    return {
      title: own?.title || ours.title,
      instructions: own?.instructions ?? ours.instructions,
    }
  }
  const content: MethodContent = { texts: { fr: texts("fr"), en: texts("en") } }
  if (method === "transfer") content.reference = DEFAULT_TRANSFER_REFERENCE
  for (const detail of DETAILS_OF[method]) {
    const value = stored[detail]
    if (value) content[detail] = value
  }
  return content
}

/**
 * Writes what is given over what is stored. Texts change one by one, so that a language left alone stays.
 * @throws INVALID_DATA naming the field.
 */
export function patchMethods(stored: StoredMethods, patch: StoredMethods): StoredMethods {
  const patched = { ...stored }
  for (const [name, given] of Object.entries(patch)) {
    const method = name as OnSiteMethod
    const { texts, ...details } = normalized(method, given)
    const standing = stored[method] ?? {}
    patched[method] = {
      ...standing,
      ...details,
      texts: {
        fr: { ...standing.texts?.fr, ...texts?.fr },
        en: { ...standing.texts?.en, ...texts?.en },
      },
    }
  }
  return patched
}

function normalized(method: OnSiteMethod, patch: MethodPatch): MethodPatch {
  const result = { ...patch }
  for (const detail of DETAILS) {
    const value = patch[detail]
    if (value === undefined) continue
    const field = `methods.${method}.${detail}`
    if (!DETAILS_OF[method].includes(detail)) throw invalid(field, `${method} has none`)
    const text = value?.trim() ?? ""
    result[detail] = text ? (NORMALIZE[detail]?.(text, field) ?? text) : null
  }
  return result
}

const NORMALIZE: Partial<Record<Detail, (text: string, field: string) => string>> = {
  iban(text, field) {
    const iban = electronicFormatIBAN(text) ?? ""
    if (!isValidIBAN(iban)) throw invalid(field, `"${text}" is not a valid IBAN`)
    return iban
  },
  bic(text, field) {
    const bic = text.replace(/\s/g, "").toUpperCase()
    if (!isValidBIC(bic)) throw invalid(field, `"${text}" is not a valid BIC`)
    return bic
  },
  reference(text, field) {
    const unknown = text.replaceAll("{customer}", "").replaceAll("{order}", "").match(/[{}]/)
    if (unknown) throw invalid(field, "may hold {customer} and {order}, and no other braces")
    return text
  },
}

const invalid = (field: string, rule: string) =>
  new MedusaError(MedusaError.Types.INVALID_DATA, `${field}: ${rule}`)
