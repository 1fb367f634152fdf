import type { MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { creditorReference } from "../../../../modules/client-ledger/utils/creditor-reference"
import type { StorePaymentMethodsResponse } from "../../../../types/http"
import { createClientAccountWorkflow } from "../../../../workflows/client-ledger"
import { readPaymentOffers } from "../../../../workflows/client-ledger/utils/method-offers"
import { languageOf } from "../../../utils/language"
import { resultOf } from "../../../utils/result-of"
import { storeCurrency } from "../../../utils/store-currency"
import { listOfferedMethods } from "../offered-methods"
import type { PaymentMethodsQuery } from "./middlewares"

type Request = MedusaStoreRequest<unknown, PaymentMethodsQuery>

export async function GET(req: Request, res: MedusaResponse<StorePaymentMethodsResponse>) {
  const { region_id } = req.validatedQuery as PaymentMethodsQuery
  const offers = await readPaymentOffers(req.scope)
  const region = offers.regions.find(({ id }) => id === region_id)
  if (region_id && !region) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Region with id: ${region_id} was not found`)
  }
  const regions = region ? [region] : offers.regions
  const methods = await listOfferedMethods(req.scope, { ...offers, regions }, languageOf(req))
  const own = methods.some(({ reference }) => reference?.includes("{customer}"))
    ? await ownReference(req, region?.currency_code)
    : null
  const payment_methods = methods.map((method) => ({
    ...method,
    reference: method.reference && fillIn(method.reference, own),
  }))
  res.json({ payment_methods })
}

/** The order isn't placed yet, so the storefront fills in its number; a guest has no account either. */
const fillIn = (template: string, own: string | null) =>
  own ? template.replaceAll("{customer}", own) : template

/** That of the client's account, which is made on first sight. Null for a guest. */
async function ownReference(req: Request, regionCurrency?: string): Promise<string | null> {
  const customer_id = req.auth_context?.actor_id
  const currency_code = regionCurrency ?? (await storeCurrency(req.scope))
  if (!customer_id || !currency_code) return null
  const account = await resultOf(
    createClientAccountWorkflow(req.scope).run({ input: { customer_id, currency_code } })
  )
  return creditorReference(account.number)
}
