import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import type { Language } from "../../../../modules/client-ledger/utils/method-settings"
import { actorEmails, actorOf } from "../../../utils/actors"
import { ledgerOf } from "../../../utils/ledger"
import { documentOf } from "./document"
import { DOCUMENT_WORDS } from "./document-words"
import type { DocumentQuery } from "./validators"

/** The closing that is asked for, in the reader's words. */
export async function readDocument(req: AuthenticatedMedusaRequest<unknown, DocumentQuery>) {
  const { locale = "en", time_zone = "UTC" } = req.validatedQuery as DocumentQuery
  const language: Language = locale.toLowerCase().startsWith("fr") ? "fr" : "en"
  const words = DOCUMENT_WORDS[language]
  const details = await ledgerOf(req.scope).retrieveClosing(req.params.id!)
  const actor = actorOf(details.closing, await actorEmails(req.scope, [details.closing]))
  return {
    words,
    language,
    time_zone,
    closing: details.closing,
    document: documentOf(details, words, actor && (actor.email ?? actor.id)),
    filename: `${words.file}-${details.closing.number}-${details.closing.day}`,
  }
}
