import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import { deliverMail } from "../utils/deliver-mail"

export const sendMailsStepId = "send-client-mails"

/** Sends mails that wait, one after the other; one that fails doesn't stop the others. @returns them as they are after it. */
export const sendMailsStep = createStep(
  sendMailsStepId,
  async ({ mail_ids }: { mail_ids: string[] }, { container }) => {
    for (const id of mail_ids) await deliverMail(container, id)
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    return new StepResponse(await ledger.findMails(mail_ids))
  }
)
