import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { BankService } from "./bank-service"
import * as imported from "./sql/imported-entries"
import * as imports from "./sql/imports"
import { sqlOf } from "./sql/runner"
import type { ImportLine, ImportMode } from "./utils/client-import"

/** What is known here of a market that moves in: before anything is planned. */
export type ImportState = {
  members: imports.MemberCustomer[]
  standing: imported.StandingEntry[]
}

/** Markets that move in from another tool: reports, and the entries that they post. */
export class ClientImportService extends BankService {
  /**
   * What earlier imports left of a group.
   * @param scope what the keys of its entries begin with.
   * @throws CONFLICT when the group came over in the other mode.
   */
  @InjectManager()
  async retrieveImportState(
    group: { instance: string; group_id: string; mode: ImportMode; scope: string },
    @MedusaContext() context: Context = {}
  ): Promise<ImportState> {
    const sql = sqlOf(context)
    await imports.refuseOtherMode(sql, group)
    return {
      members: await imports.findImportedMembers(sql, group.instance),
      standing: await imported.findImported(sql, group.mode, group.scope),
    }
  }

  /** The customers of these whose account bears an opening balance that is none of an import's. */
  @InjectManager()
  async customersWithOpenings(
    customerIds: string[],
    currencyCode: string,
    @MedusaContext() context: Context = {}
  ): Promise<string[]> {
    return imported.customersWithOpenings(sqlOf(context), customerIds, currencyCode)
  }

  /** Remembers which customers a tool's members are. */
  @InjectManager()
  async rememberImportedMembers(
    instance: string,
    members: imports.MemberCustomer[],
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    await imports.rememberMembers(sqlOf(context), instance, members)
  }

  /** Keeps the report of a dry run, which posts nothing. */
  @InjectTransactionManager()
  async keepImportReport(
    report: Omit<imports.ImportReport, "applied">,
    lines: ImportLine[],
    @MedusaContext() context: Context = {}
  ): Promise<imports.ClientImportDTO> {
    const sql = sqlOf(context)
    const id = await imports.writeImport(sql, { ...report, applied: false }, lines)
    return imports.retrieveImport(sql, id)
  }

  /**
   * Remembers who the members are, opens their accounts, posts their entries and keeps the report: all in one transaction,
   * or nothing.
   * @throws CONFLICT what was read isn't what stands any more: nothing was posted, and the import can be run again.
   */
  @InjectTransactionManager()
  async applyImport(
    report: Omit<imports.ImportReport, "applied">,
    lines: ImportLine[],
    members: imported.ImportedMember[],
    progress: (posted: number) => void = () => undefined,
    @MedusaContext() context: Context = {}
  ): Promise<imports.ClientImportDTO & { posted: number }> {
    const sql = sqlOf(context)
    await imports.takeTurn(sql, report)
    await imports.refuseOtherMode(sql, report)
    const customers = members.map(({ foreign_id, holder: { customer_id } }) => ({
      foreign_id,
      customer_id,
    }))
    await imports.rememberMembers(sql, report.instance, customers)
    const posted = await imported.postImported(sql, report.mode, members, progress)
    const id = await imports.writeImport(sql, { ...report, applied: true }, lines)
    return { ...(await imports.retrieveImport(sql, id)), posted }
  }

  /** Imports, newest first, and how many there are. */
  @InjectManager()
  async listImports(
    page: { limit: number; offset: number },
    @MedusaContext() context: Context = {}
  ): Promise<[imports.ClientImportDTO[], number]> {
    return imports.listImports(sqlOf(context), page)
  }

  /** @throws NOT_FOUND */
  @InjectManager()
  async retrieveImport(
    id: string,
    @MedusaContext() context: Context = {}
  ): Promise<imports.ClientImportDTO> {
    return imports.retrieveImport(sqlOf(context), id)
  }

  /** A page of a report's lines, and how many the filters leave. */
  @InjectManager()
  async listImportLines(
    filters: imports.ImportLineFilters,
    page: { limit: number; offset: number },
    @MedusaContext() context: Context = {}
  ): Promise<[imports.ImportLineDTO[], number]> {
    const sql = sqlOf(context)
    const lines = await imports.listImportLines(sql, filters, { after: -1, ...page })
    return [lines, await imports.countImportLines(sql, filters)]
  }

  /** The next lines of a report after one, to read them all. */
  @InjectManager()
  async listImportLinesAfter(
    filters: imports.ImportLineFilters,
    page: { after: number; limit: number },
    @MedusaContext() context: Context = {}
  ): Promise<imports.ImportLineDTO[]> {
    return imports.listImportLines(sqlOf(context), filters, page)
  }
}
