import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { ActService } from "./act-service"
import * as pieces from "./sql/journal-pieces"
import * as rows from "./sql/journal-rows"
import * as settings from "./sql/journal-settings"
import { openBooks, writePieces } from "./sql/number-pieces"
import { sqlOf } from "./sql/runner"
import type { Books, JournalRow, Piece } from "./utils/journal-piece"

/** The accountant's journal: each entry against the account that the market's chart says. */
export class JournalService extends ActService {
  /** The accounts that the market chose itself, and its SIREN. */
  @InjectTransactionManager()
  async retrieveJournalSettings(
    @MedusaContext() context: Context = {}
  ): Promise<settings.JournalSettings> {
    return settings.retrieveJournalSettings(sqlOf(context))
  }

  /**
   * Changes the chart of accounts; what is numbered stays as it was written.
   * @throws INVALID_DATA naming the account whose number can't be, or a SIREN that isn't one.
   */
  @InjectTransactionManager()
  async changeJournalSettings(
    patch: settings.JournalSettingsPatch,
    actorId: string | null,
    @MedusaContext() context: Context = {}
  ): Promise<settings.JournalSettings> {
    return settings.changeJournalSettings(sqlOf(context), patch, actorId)
  }

  /** How far the journal in a currency is closed. */
  @InjectManager()
  async retrieveJournalHead(
    currencyCode: string,
    @MedusaContext() context: Context = {}
  ): Promise<pieces.JournalHead> {
    return pieces.journalHead(sqlOf(context), currencyCode)
  }

  /** How many pieces of a period are numbered, journal by journal, and their debits. */
  @InjectManager()
  async totalJournalPieces(
    period: pieces.Period,
    @MedusaContext() context: Context = {}
  ): Promise<pieces.JournalTotals> {
    return pieces.totalsOfPieces(sqlOf(context), period)
  }

  /** The numbered pieces of a period, after the last that was read. */
  @InjectManager()
  async listJournalPieces(
    period: pieces.Period,
    page: { after: pieces.PieceKey | null; limit: number },
    @MedusaContext() context: Context = {}
  ): ReturnType<typeof pieces.listPieces> {
    return pieces.listPieces(sqlOf(context), period, page)
  }

  /** What no closing has numbered, after the last that was read. */
  @InjectManager()
  async listJournalRows(
    waiting: rows.Waiting,
    page: rows.RowPage,
    @MedusaContext() context: Context = {}
  ): ReturnType<typeof rows.listJournalRows> {
    return rows.listJournalRows(sqlOf(context), waiting, page)
  }

  /** How many pieces of a period no closing has numbered. */
  @InjectManager()
  async countJournalRows(
    waiting: Omit<rows.Waiting, "orders">,
    period: { from: string; to: string },
    @MedusaContext() context: Context = {}
  ): Promise<number> {
    return rows.countJournalRows(sqlOf(context), waiting, period)
  }

  /** What pieces are written by: today's chart, the market's language. */
  @InjectTransactionManager()
  async openJournalBooks(
    currencyCode: string,
    taxesOf: Books["taxesOf"],
    @MedusaContext() context: Context = {}
  ): Promise<Books> {
    return openBooks(sqlOf(context), currencyCode, taxesOf)
  }

  /** The pieces that rows would be, given what is booked of their orders. Nothing is written. */
  @InjectManager()
  async draftPieces(
    drafted: JournalRow[],
    books: Books,
    @MedusaContext() context: Context = {}
  ): Promise<Piece[]> {
    return writePieces(sqlOf(context), drafted, books)
  }

  /** The orders with entries that no closing has numbered, and at which version the ledger knows them. */
  @InjectManager()
  async listOrdersToJournal(
    currencyCode: string,
    @MedusaContext() context: Context = {}
  ): Promise<{ id: string; version: number }[]> {
    return rows.ordersToJournal(sqlOf(context), currencyCode)
  }
}
