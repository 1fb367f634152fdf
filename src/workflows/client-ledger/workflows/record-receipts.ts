import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { IdempotentRequest } from "../../../modules/client-ledger/types"
import { announceReceiptsStep } from "../steps/announce-receipts"
import { announceUnprojectedOrdersStep } from "../steps/announce-unprojected-orders"
import { recordReceiptsStep } from "../steps/record-receipts"
import { syncUnknownOrdersStep } from "../steps/sync-unknown-orders"
import { resolveReceiptAccountsStep, type ReceiptRequest } from "../steps/resolve-receipt-accounts"

export type RecordReceiptsInput = { receipts: ReceiptRequest[]; request?: IdempotentRequest }

export const recordReceiptsWorkflowId = "record-client-receipts"

/** Money that came in or went out at the market, whole: one receipt or many, all or none. */
export const recordReceiptsWorkflow = createWorkflow(
  recordReceiptsWorkflowId,
  function (input: RecordReceiptsInput) {
    syncUnknownOrdersStep(input.receipts)
    const receipts = resolveReceiptAccountsStep(input.receipts)
    const recording = transform({ input, receipts }, ({ input, receipts }) => ({
      receipts,
      request: input.request,
    }))
    const recorded = recordReceiptsStep(recording)
    const accounts = transform({ recorded }, ({ recorded }) => ({
      account_ids: recorded.map(({ client_account }) => client_account.id),
    }))
    announceUnprojectedOrdersStep(accounts)
    announceReceiptsStep(
      transform({ recorded }, ({ recorded }) => ({
        receipt_ids: recorded.map(({ receipt }) => receipt.id),
      }))
    )
    return new WorkflowResponse(recorded)
  }
)
