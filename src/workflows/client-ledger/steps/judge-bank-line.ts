import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type {
  BankLinePaper,
  BankLineReturn,
  BankLineSetAside,
} from "../../../modules/client-ledger/sql/bank-acts"

/** What a line is that isn't a client's transfer: a slip or a terminal's total, nobody's, or open again. */
export type JudgeBankLineInput =
  | ({ as: "paper" } & BankLinePaper)
  | ({ as: "set_aside" } & BankLineSetAside)
  | ({ as: "open" } & BankLineReturn)

export const judgeBankLineStepId = "judge-bank-line"

/** Writes it. It is the workflow's last step, so that nothing can fail after it. */
export const judgeBankLineStep = createStep(
  judgeBankLineStepId,
  async (input: JudgeBankLineInput, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    if (input.as === "paper") return new StepResponse(await ledger.matchBankLine(input))
    if (input.as === "set_aside") return new StepResponse(await ledger.setBankLineAside(input))
    return new StepResponse(await ledger.bringBankLineBack(input))
  }
)
