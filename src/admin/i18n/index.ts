import { en } from "./en"
import { fr } from "./fr"

export default {
  en: { clientLedger: en },
  fr: { clientLedger: fr },
}
