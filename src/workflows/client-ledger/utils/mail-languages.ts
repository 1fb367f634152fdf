import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { LANGUAGES, type Language } from "../../../modules/client-ledger/utils/method-settings"

/** Somebody who is written to, and the newest order that the ledger knows of him. */
export type Addressee = { customer_id: string; order_id: string | null }

/**
 * In which language each customer reads, by his id: what his metadata says (`locale` or `language`), else the locale that he
 * ordered in. Missing where neither is one of ours. Two reads, however many customers.
 */
export async function readLanguages(
  container: MedusaContainer,
  addressees: Addressee[]
): Promise<Map<string, Language>> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const orderIds = addressees.flatMap(({ order_id }) => order_id ?? [])
  const [{ data: customers }, { data: orders }] = await Promise.all([
    query.graph({
      entity: "customer",
      fields: ["id", "metadata"],
      filters: { id: addressees.map(({ customer_id }) => customer_id) },
    }),
    query.graph({ entity: "order", fields: ["id", "locale"], filters: { id: orderIds } }),
  ])
  const metadataOf = new Map(customers.map(({ id, metadata }) => [id, metadata]))
  const localeOf = new Map(orders.map(({ id, locale }) => [id, locale]))
  const languages = new Map<string, Language>()
  for (const { customer_id, order_id } of addressees) {
    const { locale, language } = metadataOf.get(customer_id) ?? {}
    const ordered = order_id ? localeOf.get(order_id) : null
    const found = languageIn(locale) ?? languageIn(language) ?? languageIn(ordered)
    if (found) languages.set(customer_id, found)
  }
  return languages
}

/** Of a language tag: "fr-FR" is French. */
export function languageIn(tag: unknown): Language | undefined {
  if (typeof tag !== "string") return undefined
  const [language] = tag.toLowerCase().split(/[-_]/)
  return LANGUAGES.find((candidate) => candidate === language)
}
