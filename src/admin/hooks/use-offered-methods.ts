import type { OnSiteMethod } from "../../types/http"
import { useLedgerSettings } from "./settings"

/** The most usual at a stall first. */
const METHODS = ["cash", "cheque", "card_terminal", "transfer"] as const satisfies OnSiteMethod[]

/** The methods that are switched on in the settings; null until they are known. */
export const useOfferedMethods = (): OnSiteMethod[] | null => {
  const { data } = useLedgerSettings()
  return data ? METHODS.filter((method) => data.settings.methods[method].enabled) : null
}
