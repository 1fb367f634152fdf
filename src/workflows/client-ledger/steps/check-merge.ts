import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type { Merge } from "../../../modules/client-ledger/sql/transfers"
import type { ClientAccountDTO, IdempotentRequest } from "../../../modules/client-ledger/types"
import { ConflictError } from "../../../modules/client-ledger/utils/errors"
import { requireNote } from "../../../modules/client-ledger/utils/require-note"

export type MergeGuestInput = { merge: Merge; request?: IdempotentRequest }

export const checkMergeStepId = "check-client-account-merge"

/**
 * Refuses what can't be merged before an order has moved, and says whose orders go to whom.
 * @returns the two customers; null for a request that was answered already.
 */
export const checkMergeStep = createStep(
  checkMergeStepId,
  async ({ merge, request }: MergeGuestInput, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    if (request && (await ledger.isAnswered(request))) return new StepResponse(null)
    requireNote(merge.note)
    const from = await ledger.retrieveAccount(merge.from_account_id)
    const into = await ledger.retrieveAccount(merge.into_account_id)
    refuseUnlike(from, into)
    const guest = await findCustomer(container, from)
    const client = await findCustomer(container, into)
    if (guest?.has_account) {
      throw new ConflictError(
        `${nameOf(from)} is a registered client, not a guest: move the money by a transfer, and each order in Medusa`
      )
    }
    if (!client?.has_account) {
      refuse(`${nameOf(into)} isn't a registered client: choose the account of one who is`)
    }
    // With the ledger off, its orders would stay on the guest's account, and their debt would be moved without them.
    if (!(await ledger.retrieveRules()).enabled) {
      throw new ConflictError("The ledger is off: switch it on in the settings, then merge")
    }
    return new StepResponse({
      from_customer_id: from.customer_id,
      into_customer: { id: client.id, email: client.email },
    })
  }
)

function refuseUnlike(from: ClientAccountDTO, into: ClientAccountDTO) {
  if (from.id === into.id) refuse("choose another account")
  if (from.currency_code !== into.currency_code) {
    refuse(
      `that account is in ${into.currency_code}: choose or make the client's account in ${from.currency_code}`
    )
  }
}

async function findCustomer(container: MedusaContainer, { customer_id }: ClientAccountDTO) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "customer",
    fields: ["id", "email", "has_account"],
    filters: { id: customer_id },
  })
  return data[0]
}

const nameOf = (account: ClientAccountDTO) =>
  account.customer_name ?? account.customer_email ?? account.customer_id

function refuse(reason: string): never {
  throw new MedusaError(MedusaError.Types.INVALID_DATA, `into_client_account_id: ${reason}`)
}
