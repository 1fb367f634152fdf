import type { AuthenticatedMedusaRequest, MedusaStoreRequest } from "@medusajs/framework/http"
import { languageOf } from "../../../../../../utils/language"
import { ledgerOf } from "../../../../../../utils/ledger"
import { retrieveOwnAccount } from "../../own-account"
import type { StatementQuery } from "../../validators"
import { STATEMENT_WORDS } from "./statement-words"

/** The customer's own statement of the period that is asked for, in the reader's words. @throws NOT_FOUND */
export async function readStatement(req: AuthenticatedMedusaRequest<unknown, StatementQuery>) {
  const period = req.validatedQuery as StatementQuery
  const { id } = await retrieveOwnAccount(req)
  const statement = await ledgerOf(req.scope).retrieveStatement(id, period)
  const language = languageOf(req as MedusaStoreRequest)
  const words = STATEMENT_WORDS[language]
  return {
    ...{ ...period, statement, language, words },
    filename: `${words.file}-${period.from}-${period.to}`,
  }
}
