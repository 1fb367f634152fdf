import type { AuthenticatedMedusaRequest, MedusaStoreRequest } from "@medusajs/framework/http"
import { statementFilename } from "../../../../../../../documents/statement/pdf"
import { languageOf } from "../../../../../../utils/language"
import { ledgerOf } from "../../../../../../utils/ledger"
import { retrieveOwnAccount } from "../../own-account"
import type { StatementQuery } from "../../validators"

/** The customer's own statement of the period that is asked for, and the reader's language. @throws NOT_FOUND */
export async function readStatement(req: AuthenticatedMedusaRequest<unknown, StatementQuery>) {
  const period = req.validatedQuery as StatementQuery
  const { id } = await retrieveOwnAccount(req)
  const statement = await ledgerOf(req.scope).retrieveStatement(id, period)
  const language = languageOf(req as MedusaStoreRequest)
  return { statement, period, language, filename: statementFilename(period, language) }
}
