import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type { StatementPeriod } from "../../../modules/client-ledger/sql/statements"
import type { IdempotentRequest } from "../../../modules/client-ledger/types"
import type { Language } from "../../../modules/client-ledger/utils/method-settings"
import { requireMailProvider } from "../utils/mail-provider"

export type QueueStatementMailInput = {
  account_id: string
  period: StatementPeriod
  /** The client's own unless said. */
  language?: Language
  actor_id: string | null
  request?: IdempotentRequest
}

export const queueStatementMailStepId = "queue-client-statement-mail"

export const queueStatementMailStep = createStep(
  queueStatementMailStepId,
  async ({ request, ...input }: QueueStatementMailInput, { container }) => {
    requireMailProvider(container)
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    return new StepResponse([await ledger.queueStatement(input, request)])
  }
)
