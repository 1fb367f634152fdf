import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminArchiveYearListResponse } from "../../../../types/http"
import { ledgerOf } from "../../../utils/ledger"
import type { ArchivesQuery } from "./validators"

/** The years of the ledger, newest first, and what each still lacks to be archived. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, ArchivesQuery>,
  res: MedusaResponse<AdminArchiveYearListResponse>
) {
  const { time_zone } = req.validatedQuery as ArchivesQuery
  const years = await ledgerOf(req.scope).listArchiveYears({ time_zone, now: new Date() })
  res.json({ archive_years: years })
}
