import type { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
} from "@medusajs/framework/utils"
import { ArchiveService } from "./archive-service"
import { models } from "./generated-service"
import * as accounts from "./sql/accounts"
import { findBalances, type ClientBalanceDTO } from "./sql/balances"
import { bringToZero } from "./sql/bring-to-zero"
import { repeatedCheques, type RepeatedCheque } from "./sql/cheques"
import * as entries from "./sql/entries"
import { findEntryDetails, type LedgerEntryDetailsDTO } from "./sql/entry-details"
import * as receipts from "./sql/receipts"
import * as recording from "./sql/record-receipt"
import { once } from "./sql/requests"
import { sqlOf, type Sql } from "./sql/runner"
import { verifyLedger, type LedgerVerification } from "./sql/verify"
import type {
  AccountHolder,
  ClientAccountDTO,
  IdempotentRequest,
  LedgerEntryDTO,
  PostedEntry,
  Posting,
  ReceiptDTO,
} from "./types"
import { closeGeneratedWrites } from "./utils/close-generated-writes"
import { today } from "./utils/dates"
import type { BringToZero } from "./utils/plan-zero"

/** A receipt and its account after it, as they are shown. */
export type RecordedReceipt = {
  receipt: receipts.ReceiptWithClient
  client_account: ClientBalanceDTO
  /** The cheque of the same account that bears the same number, when it was just recorded. */
  repeated_cheque?: RepeatedCheque
}

/** What brought accounts to zero, and the accounts after it. */
export type BroughtToZero = {
  receipts: RecordedReceipt[]
  write_offs: LedgerEntryDetailsDTO[]
  client_accounts: ClientBalanceDTO[]
}

/**
 * The clients' ledger: accounts, entries, receipts. It knows an order only by its id.
 * Amounts are exact decimals in major units; a credit is above zero, a debit below.
 */
class ClientLedgerModuleService extends ArchiveService {
  /**
   * Posts entries, any number over any number of accounts, all or none. A key that was posted before is
   * answered with the entry that stands (`replayed`).
   * @throws NOT_FOUND unknown account, CONFLICT key posted with another amount, account or order,
   *   INVALID_DATA amount that is zero, too fine or too large.
   */
  @InjectManager()
  async post(postings: Posting[], @MedusaContext() context: Context = {}): Promise<PostedEntry[]> {
    // One statement is a transaction of its own, so none is opened where the caller has none.
    return entries.postEntries(sqlOf(context), postings)
  }

  /** The account of each holder, made where it is missing; in the order asked. */
  @InjectTransactionManager()
  async ensureAccounts(
    holders: AccountHolder[],
    @MedusaContext() context: Context = {}
  ): Promise<ClientAccountDTO[]> {
    return accounts.ensureAccounts(sqlOf(context), holders)
  }

  /** @throws NOT_FOUND */
  @InjectManager()
  async retrieveAccount(
    id: string,
    @MedusaContext() context: Context = {}
  ): Promise<ClientAccountDTO> {
    return accounts.retrieveAccount(sqlOf(context), id)
  }

  /** The accounts, by id. @throws NOT_FOUND naming the first that is missing. */
  @InjectManager()
  async retrieveAccounts(
    ids: string[],
    @MedusaContext() context: Context = {}
  ): Promise<Map<string, ClientAccountDTO>> {
    return accounts.retrieveAccounts(sqlOf(context), ids)
  }

  /** Brings the names and e-mails on the accounts up to date. */
  @InjectManager()
  async refreshHolders(
    holders: Parameters<typeof accounts.refreshHolders>[1],
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    await accounts.refreshHolders(sqlOf(context), holders)
  }

  /** A page of the account's entries, newest first, and their number. @throws NOT_FOUND */
  @InjectManager()
  async listAccountEntries(
    accountId: string,
    page: { limit: number; offset: number },
    @MedusaContext() context: Context = {}
  ): Promise<[LedgerEntryDTO[], number]> {
    const sql = sqlOf(context)
    const account = await accounts.retrieveAccount(sql, accountId)
    return [await entries.listEntries(sql, account, page), account.entry_count]
  }

  /** A page of the customers who have accounts, by id. */
  @InjectManager()
  async listCustomerIds(
    after: string,
    limit: number,
    @MedusaContext() context: Context = {}
  ): Promise<string[]> {
    return accounts.listCustomerIds(sqlOf(context), after, limit)
  }

  /**
   * Records money that came in or went out, whole: receipts and their entries, all or none.
   * @returns for each the receipt and the account after it.
   * @throws INVALID_DATA, NOT_FOUND account, CONFLICT.
   */
  @InjectTransactionManager()
  async recordReceipts(
    inputs: recording.ReceiptInput[],
    request?: IdempotentRequest,
    @MedusaContext() context: Context = {}
  ): Promise<RecordedReceipt[]> {
    const sql = sqlOf(context)
    return once(sql, request, async () => {
      const written = await recording.recordReceipts(sql, inputs)
      const ids = [...new Set(written.map((receipt) => receipt.account_id))]
      return shownReceipts(sql, written, await findBalances(sql, ids, today()))
    })
  }

  /**
   * Brings accounts to zero, all or none: each by a receipt of what its client owes, by a pay-out of what he holds, or by a
   * write-off with its reason.
   * @returns the receipts, the write-offs and the accounts after it, each in the order asked.
   * @throws CONFLICT a balance that isn't what the person saw, INVALID_DATA an account at zero or named twice, a day or a
   *   note, NOT_FOUND an account; what is wrong with a row names it.
   */
  @InjectTransactionManager()
  async bringToZero(
    input: BringToZero,
    request?: IdempotentRequest,
    @MedusaContext() context: Context = {}
  ): Promise<BroughtToZero> {
    const sql = sqlOf(context)
    return once(sql, request, async () => {
      const { receipts, write_offs } = await bringToZero(sql, input)
      const ids = input.accounts.map(({ account_id }) => account_id)
      const balances = await findBalances(sql, ids, today())
      const written = write_offs.map(({ id }) => id)
      return {
        receipts: await shownReceipts(sql, receipts, balances),
        write_offs: await findEntryDetails(sql, written),
        client_accounts: ids.map((id) => balances.get(id)!),
      }
    })
  }

  /**
   * Cancels a receipt: its money leaves the accounts where it stands.
   * @throws NOT_FOUND, CONFLICT reversed already, NOT_ALLOWED an online receipt, which follows its provider.
   */
  @InjectTransactionManager()
  async reverseReceipt(
    input: recording.ReceiptReversal,
    request?: IdempotentRequest,
    @MedusaContext() context: Context = {}
  ): Promise<RecordedReceipt> {
    const sql = sqlOf(context)
    return once(sql, request, async () => {
      const { receipt, account_id } = await recording.reverseReceipt(sql, input)
      return { receipt, client_account: await this.retrieveBalance(account_id, context) }
    })
  }

  /** Puts a receipt's method or reference right, and logs the change. @throws NOT_FOUND, NOT_ALLOWED */
  @InjectTransactionManager()
  async correctReceipt(
    input: recording.ReceiptCorrection,
    @MedusaContext() context: Context = {}
  ): Promise<ReceiptDTO> {
    return recording.correctReceipt(sqlOf(context), input)
  }

  /** @throws NOT_FOUND */
  @InjectManager()
  async retrieveReceipt(
    id: string,
    @MedusaContext() context: Context = {}
  ): Promise<receipts.ReceiptWithClient> {
    return receipts.retrieveReceipt(sqlOf(context), id)
  }

  /** Receipts, newest first, and their number. */
  @InjectManager()
  async listReceipts(
    filters: receipts.ReceiptFilters,
    page: { limit: number; offset: number },
    @MedusaContext() context: Context = {}
  ): ReturnType<typeof receipts.listReceipts> {
    return receipts.listReceipts(sqlOf(context), filters, page)
  }

  /** Proves from the rows that every account adds up and every chain of hashes holds. Nothing is changed. */
  @InjectManager()
  async verifyLedger(@MedusaContext() context: Context = {}): Promise<LedgerVerification> {
    return verifyLedger(sqlOf(context))
  }
}

async function shownReceipts(
  sql: Sql,
  written: receipts.ReceiptWithClient[],
  balances: Map<string, ClientBalanceDTO>
): Promise<RecordedReceipt[]> {
  const repeated = await repeatedCheques(sql, written)
  return written.map((receipt) => ({
    receipt,
    client_account: balances.get(receipt.account_id)!,
    repeated_cheque: repeated.get(receipt.id),
  }))
}

closeGeneratedWrites(ClientLedgerModuleService, Object.keys(models), (method) => {
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `${method}: the ledger is append-only. Use post, recordManualEntry, recordReceipts or their reversals.`
  )
})

export default ClientLedgerModuleService
