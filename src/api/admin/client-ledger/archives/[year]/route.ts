import { pipeline } from "node:stream/promises"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { writeArchive } from "../../../../../archive/write-archive"
import { takeArchiveWorkflow } from "../../../../../workflows/client-ledger"
import { ledgerOf } from "../../../../utils/ledger"
import { resultOf } from "../../../../utils/result-of"
import { archiveSource } from "../archive-source"
import { archiveYear, type ArchivesQuery } from "../validators"

/** The archive of a closed year, as a zip that is written while it is sent. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, ArchivesQuery>,
  res: MedusaResponse
) {
  const { time_zone } = req.validatedQuery as ArchivesQuery
  const year = archiveYear.safeParse(req.params.year)
  if (!year.success) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, "year: must be a year, as 2025")
  }
  const period = await resultOf(
    takeArchiveWorkflow(req.scope).run({
      input: { year: year.data, time_zone, actor_id: req.auth_context.actor_id },
    })
  )
  const source = await archiveSource(ledgerOf(req.scope), period)
  res.setHeader("Content-Type", "application/zip")
  res.setHeader("Content-Disposition", `attachment; filename="archive-${year.data}.zip"`)
  await pipeline(writeArchive(source, new Date()), res)
}
