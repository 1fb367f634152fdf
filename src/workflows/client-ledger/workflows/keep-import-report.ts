import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { keepImportReportStep, type KeepImportReportInput } from "../steps/keep-import-report"

export const keepImportReportWorkflowId = "keep-import-report"

/** A dry run: what an import would post, and each difference, to be read before anything is written. */
export const keepImportReportWorkflow = createWorkflow(
  keepImportReportWorkflowId,
  function (input: KeepImportReportInput) {
    return new WorkflowResponse(keepImportReportStep(input))
  }
)
