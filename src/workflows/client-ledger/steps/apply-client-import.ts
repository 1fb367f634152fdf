import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type { ImportedMember } from "../../../modules/client-ledger/sql/imported-entries"
import type { ImportReport } from "../../../modules/client-ledger/sql/imports"
import type { ImportLine } from "../../../modules/client-ledger/utils/client-import"

export type ApplyClientImportInput = {
  report: Omit<ImportReport, "applied">
  lines: ImportLine[]
  members: ImportedMember[]
}

export const applyClientImportStepId = "apply-client-import"

/** Posts an import and keeps its report, in one transaction. Taking an entry back is a reversal. */
export const applyClientImportStep = createStep(
  applyClientImportStepId,
  async ({ report, lines, members }: ApplyClientImportInput, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    const of = report.summary.entries
    const applied = await ledger.applyImport(report, lines, members, (posted) =>
      logger.info(`Import: ${posted} of ${of} entries`)
    )
    return new StepResponse(applied)
  }
)
