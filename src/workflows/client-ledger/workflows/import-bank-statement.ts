import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { StatementImport } from "../../../modules/client-ledger/sql/import-statement"
import { importBankStatementStep } from "../steps/import-bank-statement"

export const importBankStatementWorkflowId = "import-bank-statement"

/** A bank's statement, camt.053, OFX or CSV, becomes lines that wait to be matched. No money moves on the accounts. */
export const importBankStatementWorkflow = createWorkflow(
  importBankStatementWorkflowId,
  function (input: StatementImport) {
    return new WorkflowResponse(importBankStatementStep(input))
  }
)
