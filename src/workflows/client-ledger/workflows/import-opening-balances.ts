import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { announceUnprojectedOrdersStep } from "../steps/announce-unprojected-orders"
import { checkOpeningBalancesStep, type OpeningBalancesFile } from "../steps/check-opening-balances"
import {
  recordOpeningBalancesStep,
  type RecordOpeningBalancesInput,
} from "../steps/record-opening-balances"

export type ImportOpeningBalancesInput = OpeningBalancesFile &
  Omit<RecordOpeningBalancesInput, "rows">

export const importOpeningBalancesWorkflowId = "import-opening-balances"

/** Brings a running shop's balances in from a CSV file: previewed, or all posted, or none. */
export const importOpeningBalancesWorkflow = createWorkflow(
  importOpeningBalancesWorkflowId,
  function (input: ImportOpeningBalancesInput) {
    const rows = checkOpeningBalancesStep(input)
    const record = transform({ input, rows }, ({ input, rows }) => ({
      rows,
      dry_run: input.dry_run,
      actor_id: input.actor_id,
      request: input.request,
    }))
    const balances = recordOpeningBalancesStep(record)
    announceUnprojectedOrdersStep({})
    return new WorkflowResponse(balances)
  }
)
