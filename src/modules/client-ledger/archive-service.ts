import type { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
} from "@medusajs/framework/utils"
import type { AccountHead } from "../../archive/format"
import { ClientImportService } from "./import-service"
import * as archives from "./sql/archives"
import { logChange } from "./sql/changes"
import { sqlOf } from "./sql/runner"
import { ConflictError } from "./utils/errors"

/** A year of the ledger, and whether it can be archived. */
export type ArchiveYear = {
  year: number
  is_over: boolean
  unclosed: archives.Unclosed[]
}

/** The years that are closed, to be kept outside the shop. */
export class ArchiveService extends ClientImportService {
  /** The years since the first account, newest first. A year is a calendar year in the reader's time zone. */
  @InjectManager()
  async listArchiveYears(
    { time_zone, now }: { time_zone: string; now: Date },
    @MedusaContext() context: Context = {}
  ): Promise<ArchiveYear[]> {
    const sql = sqlOf(context)
    const first = await archives.firstYear(sql, time_zone)
    const years: ArchiveYear[] = []
    for (let year = first ?? Infinity; ; year += 1) {
      if (year > now.getUTCFullYear() + 1) return years
      const period = await archives.archivePeriod(sql, year, time_zone)
      if (period.from > now.toISOString()) return years
      years.unshift({
        year,
        is_over: isOver(period, now),
        unclosed: await archives.unclosedBefore(sql, period),
      })
    }
  }

  /**
   * A year that can be archived: it is over, and all payments of it are closed.
   * @throws NOT_FOUND nothing was recorded in it, CONFLICT it isn't over, or says what to close.
   */
  @InjectManager()
  async retrieveArchivePeriod(
    { year, time_zone, now }: { year: number; time_zone: string; now: Date },
    @MedusaContext() context: Context = {}
  ): Promise<archives.ArchivePeriod> {
    const sql = sqlOf(context)
    const period = await archives.archivePeriod(sql, year, time_zone)
    if (!isOver(period, now)) {
      throw new ConflictError(`${year} isn't over: its archive can be made from ${year + 1} on`)
    }
    const unclosed = await archives.unclosedBefore(sql, period)
    if (unclosed.length) throw new ConflictError(whatToClose(year, unclosed))
    if (!(await archives.hasEntries(sql, period))) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `Nothing was recorded in ${year}`)
    }
    return period
  }

  /** Notes who took the archive of a year. */
  @InjectTransactionManager()
  async noteArchive(
    { year, actor_id }: { year: number; actor_id: string },
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    await logChange(sqlOf(context), {
      subject: "archive",
      subject_id: String(year),
      before: {},
      after: { year },
      actor_id,
    })
  }

  /** The next accounts of the archive, by id, each with where it stood. */
  @InjectManager()
  async listArchivedAccounts(
    period: archives.ArchivePeriod,
    page: { after: string; limit: number },
    @MedusaContext() context: Context = {}
  ): Promise<archives.ArchivedAccount[]> {
    return archives.archivedAccounts(sqlOf(context), period, page.after, page.limit)
  }

  /** The next entries that these accounts have in the year. */
  @InjectManager()
  async listArchivedEntries(
    accounts: AccountHead[],
    page: { after: { account_id: string; sequence: number }; limit: number },
    @MedusaContext() context: Context = {}
  ): ReturnType<typeof archives.archivedEntries> {
    return archives.archivedEntries(sqlOf(context), accounts, page.after, page.limit)
  }

  /** The next rows of another table. */
  @InjectManager()
  async listArchivedRows(
    table: archives.OtherTable,
    period: archives.ArchivePeriod,
    last: archives.ArchiveRow | null,
    @MedusaContext() context: Context = {}
  ): ReturnType<typeof archives.archivedRows> {
    return archives.archivedRows(sqlOf(context), table, period, last)
  }
}

const isOver = (period: archives.ArchivePeriod, now: Date) => period.to <= now.toISOString()

function whatToClose(year: number, unclosed: archives.Unclosed[]): string {
  const waiting = unclosed.map(({ currency_code, payments, reversals, since }) => {
    const what = [
      ...(payments ? [`${payments} payment${payments > 1 ? "s" : ""}`] : []),
      ...(reversals ? [`${reversals} reversal${reversals > 1 ? "s" : ""}`] : []),
    ]
    return `${what.join(" and ")} in ${currency_code.toUpperCase()}, recorded since ${since}`
  })
  return `${year} isn't closed: ${waiting.join("; ")}. Close the day first (Customers, Day's closing)`
}
