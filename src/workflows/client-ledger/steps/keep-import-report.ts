import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type { ApplyClientImportInput } from "./apply-client-import"

export type KeepImportReportInput = Omit<ApplyClientImportInput, "members">

export const keepImportReportStepId = "keep-import-report"

/** Keeps what an import would do. Reports stay. */
export const keepImportReportStep = createStep(
  keepImportReportStepId,
  async ({ report, lines }: KeepImportReportInput, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    return new StepResponse(await ledger.keepImportReport(report, lines))
  }
)
