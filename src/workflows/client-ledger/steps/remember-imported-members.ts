import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type { MemberCustomer } from "../../../modules/client-ledger/sql/imports"

export type RememberImportedMembersInput = { instance: string; members: MemberCustomer[] }

export const rememberImportedMembersStepId = "remember-imported-members"

/** Remembers which customers a tool's members are. It isn't undone: an import that is run again finds them by it. */
export const rememberImportedMembersStep = createStep(
  rememberImportedMembersStepId,
  async ({ instance, members }: RememberImportedMembersInput, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    await ledger.rememberImportedMembers(instance, members)
    return new StepResponse(members)
  }
)
