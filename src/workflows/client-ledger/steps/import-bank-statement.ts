import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type { StatementImport } from "../../../modules/client-ledger/sql/import-statement"

export const importBankStatementStepId = "import-bank-statement"

/** Writes the lines that aren't known, all or none. It is the workflow's last step: reading the file again adds nothing. */
export const importBankStatementStep = createStep(
  importBankStatementStepId,
  async (input: StatementImport, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    return new StepResponse(await ledger.importBankStatement(input))
  }
)
