import type { MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { ON_SITE_METHODS } from "../../../../modules/client-ledger/types"
import { contentOf, customerCode } from "../../../../modules/client-ledger/utils/method-settings"
import type { StorePaymentMethodsResponse } from "../../../../types/http"
import { offerOf, readPaymentOffers } from "../../../../workflows/client-ledger/utils/method-offers"
import { languageOf } from "../../../utils/language"
import { ledgerOf } from "../../../utils/ledger"
import type { PaymentMethodsQuery } from "./middlewares"

export async function GET(
  req: MedusaStoreRequest<unknown, PaymentMethodsQuery>,
  res: MedusaResponse<StorePaymentMethodsResponse>
) {
  const { region_id } = req.validatedQuery as PaymentMethodsQuery
  const offers = await readPaymentOffers(req.scope)
  if (region_id && !offers.regions.some((region) => region.id === region_id)) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Region with id: ${region_id} was not found`)
  }
  const regions = offers.regions.filter((region) => !region_id || region.id === region_id)
  const { methods } = await ledgerOf(req.scope).retrieveSettings()
  const language = languageOf(req)
  const payment_methods = ON_SITE_METHODS.flatMap((method) => {
    const offer = offerOf({ ...offers, regions }, method)
    if (!offer.regions.length || !offer.provider_id) return []
    const { texts, ...details } = contentOf(method, methods[method])
    return {
      method,
      provider_id: offer.provider_id,
      ...texts[language],
      payee: details.payee ?? null,
      account_holder: details.account_holder ?? null,
      iban: details.iban ?? null,
      bic: details.bic ?? null,
      reference: referenceFor(req.auth_context?.actor_id, details.reference),
    }
  })
  res.json({ payment_methods })
}

/** The order isn't placed yet, so the storefront fills in its number; a guest has no code either. */
function referenceFor(customerId: string | undefined, template: string | undefined): string | null {
  if (!template) return null
  return customerId ? template.replaceAll("{customer}", customerCode(customerId)) : template
}
