import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import { holderOf } from "../../../modules/client-ledger/utils/holder"

export type RefreshAccountHoldersInput = {
  /** Every customer with an account unless said. */
  customer_ids?: string[]
}

const PAGE = 200

export const refreshAccountHoldersStepId = "refresh-client-account-holders"

/** Copies names and e-mails from Medusa's customers to their accounts. A deleted customer's stay as they were. */
export const refreshAccountHoldersStep = createStep(
  refreshAccountHoldersStepId,
  async ({ customer_ids }: RefreshAccountHoldersInput, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    let after = ""
    for (;;) {
      const ids = customer_ids ?? (await ledger.listCustomerIds(after, PAGE))
      if (!ids.length) break
      const { data } = await query.graph({
        entity: "customer",
        fields: ["id", "email", "first_name", "last_name", "company_name"],
        filters: { id: ids },
      })
      await ledger.refreshHolders(data.map(holderOf))
      if (customer_ids) break
      after = ids[ids.length - 1]!
    }
    return new StepResponse(null)
  }
)
