import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminBankLineResponse } from "../../../types/http"
import { judgeBankLineWorkflow } from "../../../workflows/client-ledger"
import type { JudgeBankLineInput } from "../../../workflows/client-ledger/steps/judge-bank-line"
import { resultOf } from "../../utils/result-of"
import { toBankLine } from "./serializers"

/** A route that says what a line is, and answers it as it is then. */
export const judgeLine =
  (as: JudgeBankLineInput["as"]) =>
  async (req: AuthenticatedMedusaRequest<object>, res: MedusaResponse<AdminBankLineResponse>) => {
    const line = await resultOf(
      judgeBankLineWorkflow(req.scope).run({
        input: {
          ...req.validatedBody,
          as,
          bank_line_id: req.params.id!,
          actor_id: req.auth_context.actor_id,
        } as JudgeBankLineInput,
      })
    )
    res.json({ bank_line: toBankLine(line) })
  }
