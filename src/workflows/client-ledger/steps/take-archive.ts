import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"

export type TakeArchiveInput = { year: number; time_zone: string; actor_id: string }

export const takeArchiveStepId = "take-client-ledger-archive"

/** Sees that the year is closed, and notes who takes its archive: before anything of it leaves the shop. */
export const takeArchiveStep = createStep(
  takeArchiveStepId,
  async ({ year, time_zone, actor_id }: TakeArchiveInput, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    const period = await ledger.retrieveArchivePeriod({ year, time_zone, now: new Date() })
    await ledger.noteArchive({ year, actor_id })
    return new StepResponse(period)
  }
)
