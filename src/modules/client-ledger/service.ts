import type { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
} from "@medusajs/framework/utils"
import { ClientAccountService, models } from "./account-service"
import * as accounts from "./sql/accounts"
import * as entries from "./sql/entries"
import * as orders from "./sql/orders"
import * as receipts from "./sql/receipts"
import * as recording from "./sql/record-receipt"
import { once } from "./sql/requests"
import { retrieveRules, type PostingRules } from "./sql/rules"
import { sqlOf } from "./sql/runner"
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
import { exactAmount } from "./utils/money"
import { validateOptions, type ClientLedgerOptions } from "./utils/options"
import type { OrderTarget } from "./utils/plan-order"

/**
 * The clients' ledger: accounts, entries, receipts. It knows an order only by its id.
 * Amounts are exact decimals in major units; a credit is above zero, a debit below.
 */
class ClientLedgerModuleService extends ClientAccountService {
  private readonly options: ClientLedgerOptions

  constructor(container: Record<string, unknown>, options: ClientLedgerOptions = {}) {
    super(container, options)
    this.options = validateOptions(options)
  }

  /**
   * Posts entries, any number over any number of accounts, all or none. A key that was posted before is
   * answered with the entry that stands (`replayed`).
   * @throws NOT_FOUND unknown account, CONFLICT key posted with another amount, account or order,
   *   INVALID_DATA amount that is zero, too fine or too large.
   */
  @InjectManager()
  async post(
    postings: Posting[],
    @MedusaContext() context: Context = {}
  ): Promise<PostedEntry[]> {
    const exact = postings.map((posting) => ({
      ...posting,
      // The database holds the account's digits and refuses what is finer; six are the most any currency has.
      amount: exactAmount(posting.amount, 6),
    }))
    // One statement is a transaction of its own, so none is opened where the caller has none.
    return entries.postEntries(sqlOf(context), exact)
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
  ): Promise<recording.ReceiptResult[]> {
    const sql = sqlOf(context)
    return once(sql, request, () => recording.recordReceipts(sql, inputs))
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
  ): Promise<recording.ReceiptResult> {
    const sql = sqlOf(context)
    return once(sql, request, () => recording.reverseReceipt(sql, input))
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
  async retrieveReceipt(id: string, @MedusaContext() context: Context = {}): Promise<ReceiptDTO> {
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

  /** What decides whether and how orders are posted: the settings, and the shop's options. */
  @InjectManager()
  async retrieveRules(
    @MedusaContext() context: Context = {}
  ): Promise<PostingRules & { online_providers: readonly string[] }> {
    const rules = await retrieveRules(sqlOf(context))
    return { ...rules, online_providers: this.options.online_providers ?? [] }
  }

  /** How often an order was synced; read it before reading Medusa. */
  @InjectManager()
  async orderVersion(orderId: string, @MedusaContext() context: Context = {}): Promise<number> {
    return orders.orderVersion(sqlOf(context), orderId)
  }

  /**
   * Makes the ledger say what an order is now: posts the difference to what stands, over all accounts.
   * @param version what `orderVersion` answered before Medusa was read.
   * @returns the entries posted, or null when another sync came in between: read again and retry.
   */
  @InjectTransactionManager()
  async recordOrder(
    target: OrderTarget,
    version: number,
    @MedusaContext() context: Context = {}
  ): Promise<PostedEntry[] | null> {
    return orders.recordOrder(sqlOf(context), target, version)
  }

  /** What the ledger remembers of the orders. */
  @InjectManager()
  async findOrders(
    ids: string[],
    @MedusaContext() context: Context = {}
  ): Promise<orders.OrderRecord[]> {
    return orders.findOrders(sqlOf(context), ids)
  }
}

closeGeneratedWrites(ClientLedgerModuleService, Object.keys(models), (method) => {
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `${method}: the ledger is append-only. Use post, recordManualEntry, recordReceipts or their reversals.`
  )
})

export default ClientLedgerModuleService
