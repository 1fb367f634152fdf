import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { StoreLedgerEntryListResponse } from "../../../../../../../types/http"
import { ledgerOf } from "../../../../../../utils/ledger"
import { retrieveOwnAccount } from "../../own-account"
import { toOwnEntry } from "../../serializers"
import type { ListOwnEntriesQuery } from "../../validators"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, ListOwnEntriesQuery>,
  res: MedusaResponse<StoreLedgerEntryListResponse>
) {
  const { limit, offset } = req.validatedQuery as ListOwnEntriesQuery
  const account = await retrieveOwnAccount(req)
  const [entries, count] = await ledgerOf(req.scope).listEntryDetails(account.id, { limit, offset })
  res.json({ ledger_entries: entries.map(toOwnEntry), count, offset, limit })
}
