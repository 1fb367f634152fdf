import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  AdminLedgerEntryListResponse,
  AdminLedgerEntryResponse,
} from "../../../../../types/http"
import { recordManualEntryWorkflow } from "../../../../../workflows/client-ledger"
import { actorEmails } from "../../../../utils/actors"
import { idempotentRequestOf } from "../../../../utils/idempotency"
import { ledgerOf } from "../../../../utils/ledger"
import { resultOf } from "../../../../utils/result-of"
import { toEntryResponse, toLedgerEntry } from "../../../../utils/serializers"
import type { ListEntriesQuery, RecordEntryBody } from "../../validators"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, ListEntriesQuery>,
  res: MedusaResponse<AdminLedgerEntryListResponse>
) {
  const { limit, offset } = req.validatedQuery as ListEntriesQuery
  const [entries, count] = await ledgerOf(req.scope).listEntryDetails(req.params.id!, {
    limit,
    offset,
  })
  const emails = await actorEmails(req.scope, entries)
  const ledger_entries = entries.map((entry) => toLedgerEntry(entry, emails))
  res.json({ ledger_entries, count, offset, limit })
}

export async function POST(
  req: AuthenticatedMedusaRequest<RecordEntryBody>,
  res: MedusaResponse<AdminLedgerEntryResponse>
) {
  const result = await resultOf(
    recordManualEntryWorkflow(req.scope).run({
      input: {
        entry: {
          ...req.validatedBody,
          account_id: req.params.id!,
          actor_id: req.auth_context.actor_id,
        },
        request: idempotentRequestOf(req),
      },
    })
  )
  res.json(await toEntryResponse(req.scope, result))
}
