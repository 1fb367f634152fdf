import type { MedusaStoreRequest } from "@medusajs/framework/http"
import { LANGUAGES, type Language } from "../../modules/client-ledger/utils/method-settings"

/** Asked by `?locale=` or Medusa's own header, else by what the browser prefers. */
export function languageOf(req: MedusaStoreRequest): Language {
  const asked = req.locale?.slice(0, 2).toLowerCase()
  const language = LANGUAGES.find((candidate) => candidate === asked)
  return language ?? (req.acceptsLanguages("en", "fr") === "fr" ? "fr" : "en")
}
