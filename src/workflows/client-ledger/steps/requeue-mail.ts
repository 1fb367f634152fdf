import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import { requireMailProvider } from "../utils/mail-provider"

export type RequeueMailInput = { account_id: string; mail_id: string; actor_id: string | null }

export const requeueMailStepId = "requeue-client-mail"

export const requeueMailStep = createStep(
  requeueMailStepId,
  async (input: RequeueMailInput, { container }) => {
    requireMailProvider(container)
    await container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE).requeueMail(input)
    return new StepResponse([input.mail_id])
  }
)
