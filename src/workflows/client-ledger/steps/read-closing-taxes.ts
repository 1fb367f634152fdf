import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import { currencyDigits } from "../../../modules/client-ledger/utils/money"
import { readTaxes } from "../utils/order-taxes"

export const readClosingTaxesStepId = "read-closing-taxes"

/** VAT per rate of the orders placed since the last closing. */
export const readClosingTaxesStep = createStep(
  readClosingTaxesStepId,
  async ({ currency_code }: { currency_code?: string }, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    const preview = await ledger.previewClosing(currency_code)
    if (!preview.currency_code) return new StepResponse([])
    const ids = await ledger.listOrderIdsPlacedSince(preview.currency_code, preview.opened_at)
    const digits = currencyDigits(preview.currency_code)
    return new StepResponse(await readTaxes(container, ids, digits))
  }
)
