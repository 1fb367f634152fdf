import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import { currencyDigits } from "../../../modules/client-ledger/utils/money"
import { readTaxes } from "../utils/order-taxes"

export const readClosingOrdersStepId = "read-closing-orders"

/** The orders that no closing has counted, and their VAT per rate. */
export const readClosingOrdersStep = createStep(
  readClosingOrdersStepId,
  async ({ currency_code }: { currency_code?: string }, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    const currency = (await ledger.previewClosing(currency_code)).currency_code
    if (!currency) return new StepResponse(undefined)
    const ids = await ledger.listUnclosedOrderIds(currency)
    const taxes = await readTaxes(container, ids, currencyDigits(currency))
    return new StepResponse({ ids, taxes })
  }
)
