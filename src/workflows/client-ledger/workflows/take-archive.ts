import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { takeArchiveStep, type TakeArchiveInput } from "../steps/take-archive"

export const takeArchiveWorkflowId = "take-client-ledger-archive"

/** A closed year is about to leave the shop as an archive: what it covers. */
export const takeArchiveWorkflow = createWorkflow(
  takeArchiveWorkflowId,
  function (input: TakeArchiveInput) {
    return new WorkflowResponse(takeArchiveStep(input))
  }
)
