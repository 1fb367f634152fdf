import type { MedusaContainer } from "@medusajs/framework/types"
import { ON_SITE_METHODS } from "../../../modules/client-ledger/types"
import { contentOf, type Language } from "../../../modules/client-ledger/utils/method-settings"
import type { StorePaymentMethod } from "../../../types/http"
import { offerOf, type PaymentOffers } from "../../../workflows/client-ledger/utils/method-offers"
import { ledgerOf } from "../../utils/ledger"

/** The on-site methods that some of the regions offer, with what a client reads of each. */
export async function listOfferedMethods(
  scope: MedusaContainer,
  offers: PaymentOffers,
  language: Language
): Promise<StorePaymentMethod[]> {
  const { methods } = await ledgerOf(scope).retrieveSettings()
  return ON_SITE_METHODS.flatMap((method) => {
    const { regions, provider_id } = offerOf(offers, method)
    if (!regions.length || !provider_id) return []
    const { texts, ...details } = contentOf(method, methods[method])
    return {
      method,
      provider_id,
      ...texts[language],
      payee: details.payee ?? null,
      account_holder: details.account_holder ?? null,
      iban: details.iban ?? null,
      bic: details.bic ?? null,
      reference: details.reference ?? null,
    }
  })
}
