import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { IdempotentRequest } from "../../../modules/client-ledger/types"
import { readBankPaymentsStep, type ReadBankPaymentsInput } from "../steps/read-bank-payments"
import { recordReceiptsWorkflow } from "./record-receipts"

export type AcceptBankLinesInput = ReadBankPaymentsInput & { request?: IdempotentRequest }

export const acceptBankLinesWorkflowId = "accept-bank-lines"

/** Transfers on the bank's statement become receipts of the clients they are of, each once, all or none. */
export const acceptBankLinesWorkflow = createWorkflow(
  acceptBankLinesWorkflowId,
  function (input: AcceptBankLinesInput) {
    const receipts = readBankPaymentsStep(input)
    const recording = transform({ input, receipts }, ({ input, receipts }) => ({
      receipts,
      request: input.request,
    }))
    return new WorkflowResponse(recordReceiptsWorkflow.runAsStep({ input: recording }))
  }
)
