import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { GeneratedService } from "./generated-service"
import { retrieveAccount } from "./sql/accounts"
import * as balances from "./sql/balances"
import * as details from "./sql/entry-details"
import * as manual from "./sql/manual-entries"
import * as settings from "./sql/settings"
import * as openings from "./sql/opening-balances"
import { firstAnswer, once } from "./sql/requests"
import { sqlOf, type Sql } from "./sql/runner"
import { distancesToZero, type DistanceToZero } from "./sql/towards-zero"
import * as statements from "./sql/statements"
import * as transfers from "./sql/transfers"
import type { ClientAccountDTO, IdempotentRequest } from "./types"
import { today } from "./utils/dates"
import type { OpeningBalance } from "./utils/opening-balances"

/** A manual entry and its account after it, as they are shown. */
export type EntryResult = {
  ledger_entry: details.LedgerEntryDetailsDTO
  client_account: balances.ClientBalanceDTO
}

export type TotalsTowardsZero = balances.BalanceTotals & DistanceToZero

/** The accounts as people see and keep them: balances, statements, and the entries written by hand. */
export class ClientAccountService extends GeneratedService {
  /** A page of the accounts with what is expected and overdue on each, and how many the filters leave. */
  @InjectManager()
  async listBalances(
    filters: balances.BalanceFilters,
    page: balances.BalancePage,
    @MedusaContext() context: Context = {}
  ): Promise<[balances.ClientBalanceDTO[], number]> {
    return balances.listBalances(sqlOf(context), filters, page, today())
  }

  /** The next accounts by id, to read them all without missing one whose balance moves meanwhile. */
  @InjectManager()
  async listBalancesAfter(
    filters: balances.BalanceFilters,
    page: { after: string; limit: number },
    @MedusaContext() context: Context = {}
  ): Promise<balances.ClientBalanceDTO[]> {
    return balances.listBalancesAfter(sqlOf(context), filters, page, today())
  }

  /** @throws NOT_FOUND */
  @InjectManager()
  async retrieveBalance(
    accountId: string,
    @MedusaContext() context: Context = {}
  ): Promise<balances.ClientBalanceDTO> {
    return balances.retrieveBalance(sqlOf(context), accountId, today())
  }

  /** What all clients owe and hold, how old the debts are, and which credits sleep; per currency. */
  @InjectManager()
  async totalBalances(@MedusaContext() context: Context = {}): Promise<TotalsTowardsZero[]> {
    const sql = sqlOf(context)
    const totals = await balances.totalBalances(sql, today())
    // Read second: accounts are never deleted, so that each currency of the totals is there.
    const distances = await distancesToZero(sql, today())
    const of = new Map(distances.map((distance) => [distance.currency_code, distance]))
    return totals.map((each) => ({ ...each, ...of.get(each.currency_code)! }))
  }

  /** A page of the account's entries with their details, newest first, and their number. @throws NOT_FOUND */
  @InjectManager()
  async listEntryDetails(
    accountId: string,
    page: { limit: number; offset: number },
    @MedusaContext() context: Context = {}
  ): Promise<[details.LedgerEntryDetailsDTO[], number]> {
    const sql = sqlOf(context)
    const account = await retrieveAccount(sql, accountId)
    return [await details.listEntryDetails(sql, account, page), account.entry_count]
  }

  /**
   * What an account held before some days, what moved on them, and what it held after.
   * @throws NOT_FOUND
   */
  @InjectManager()
  async retrieveStatement(
    accountId: string,
    period: statements.StatementPeriod,
    @MedusaContext() context: Context = {}
  ): Promise<statements.Statement & { account: ClientAccountDTO }> {
    const sql = sqlOf(context)
    const account = await retrieveAccount(sql, accountId)
    return { account, ...(await statements.retrieveStatement(sql, account.id, period)) }
  }

  /**
   * An adjustment, a write-off or an opening balance, written by a person.
   * @throws INVALID_DATA amount or note, NOT_FOUND account, CONFLICT a second opening balance.
   */
  @InjectTransactionManager()
  async recordManualEntry(
    input: manual.ManualEntry,
    request?: IdempotentRequest,
    @MedusaContext() context: Context = {}
  ): Promise<EntryResult> {
    const sql = sqlOf(context)
    return once(sql, request, async () => shown(sql, await manual.recordManualEntry(sql, input)))
  }

  /**
   * Cancels a manual entry by one of the opposite amount.
   * @throws NOT_FOUND, CONFLICT reversed already, or a reversal itself, NOT_ALLOWED not written by hand.
   */
  @InjectTransactionManager()
  async reverseEntry(
    input: manual.EntryReversal,
    request?: IdempotentRequest,
    @MedusaContext() context: Context = {}
  ): Promise<EntryResult> {
    const sql = sqlOf(context)
    return once(sql, request, async () => shown(sql, await manual.reverseEntry(sql, input)))
  }

  /**
   * Moves money between two accounts of one currency: out of one, into the other.
   * @returns both accounts after it, the one that it left first.
   * @throws INVALID_DATA amount, note, the same account or another currency, NOT_FOUND an account.
   */
  @InjectTransactionManager()
  async recordTransfer(
    input: transfers.Transfer,
    request?: IdempotentRequest,
    @MedusaContext() context: Context = {}
  ): Promise<balances.ClientBalanceDTO[]> {
    const sql = sqlOf(context)
    return once(sql, request, async () => {
      const entries = await transfers.recordTransfer(sql, input)
      const ids = entries.map(({ account_id }) => account_id)
      const after = await balances.findBalances(sql, ids, today())
      return ids.map((id) => after.get(id)!)
    })
  }

  /**
   * Moves all that stands on an account to another of its currency, whichever its sign.
   * @returns both accounts after it, the one that is at zero first.
   * @throws INVALID_DATA the same account or another currency, NOT_FOUND an account.
   */
  @InjectTransactionManager()
  async mergeAccount(
    input: transfers.Merge,
    request?: IdempotentRequest,
    @MedusaContext() context: Context = {}
  ): Promise<balances.ClientBalanceDTO[]> {
    const sql = sqlOf(context)
    return once(sql, request, async () => {
      await transfers.mergeAccount(sql, input)
      const ids = [input.from_account_id, input.into_account_id]
      const after = await balances.findBalances(sql, ids, today())
      return ids.map((id) => after.get(id)!)
    })
  }

  /** Whether the request was answered already. @throws CONFLICT when its key was used with another body. */
  @InjectManager()
  async isAnswered(
    request: IdempotentRequest,
    @MedusaContext() context: Context = {}
  ): Promise<boolean> {
    return (await firstAnswer(sqlOf(context), request)) !== null
  }

  /** What `importOpeningBalances` would do, line by line. */
  @InjectManager()
  async previewOpeningBalances(
    rows: OpeningBalance[],
    @MedusaContext() context: Context = {}
  ): Promise<openings.OpeningBalances> {
    return openings.previewOpeningBalances(sqlOf(context), rows)
  }

  /**
   * Records the balances that a running shop brings along, all or none.
   * @throws INVALID_DATA listing what is wrong, line by line.
   */
  @InjectTransactionManager()
  async importOpeningBalances(
    rows: OpeningBalance[],
    actorId: string | null,
    request?: IdempotentRequest,
    @MedusaContext() context: Context = {}
  ): Promise<openings.OpeningBalances> {
    const sql = sqlOf(context)
    return once(sql, request, () => openings.importOpeningBalances(sql, rows, actorId))
  }

  /** The administrator's choices. */
  @InjectTransactionManager()
  async retrieveSettings(@MedusaContext() context: Context = {}): Promise<settings.SettingsDTO> {
    return settings.retrieveSettings(sqlOf(context))
  }

  /**
   * Changes what is given, and leaves the rest.
   * @returns the settings as they were.
   * @throws INVALID_DATA naming the field, CONFLICT a start after an order that the ledger holds.
   */
  @InjectTransactionManager()
  async changeSettings(
    patch: settings.SettingsPatch,
    act: settings.SettingsAct,
    @MedusaContext() context: Context = {}
  ): Promise<settings.SettingsDTO> {
    return settings.changeSettings(sqlOf(context), patch, act)
  }

  /** Writes back what `changeSettings` answered. */
  @InjectTransactionManager()
  async restoreSettings(
    before: settings.SettingsDTO,
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    await settings.restoreSettings(sqlOf(context), before)
  }
}

/** Read in the same transaction, so that a repeated request gets the very answer of the first. */
async function shown(sql: Sql, written: manual.EntryResult): Promise<EntryResult> {
  return {
    ledger_entry: await details.retrieveEntryDetails(sql, written.ledger_entry.id),
    client_account: await balances.retrieveBalance(sql, written.client_account.id, today()),
  }
}
