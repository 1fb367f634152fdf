import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { ClientAccountService } from "./account-service"
import { listAccountIds } from "./sql/accounts"
import * as allocations from "./sql/allocations"
import * as counter from "./sql/counter"
import * as orders from "./sql/orders"
import * as rules from "./sql/rules"
import { sqlOf } from "./sql/runner"
import type { Amount, PostedEntry } from "./types"
import { today } from "./utils/dates"
import { validateOptions, type ClientLedgerOptions } from "./utils/options"
import type { OrderTarget } from "./utils/plan-order"

/** Orders, as far as the ledger knows them: an id, what it owes, what was paid and promised on it. */
export class ClientOrderService extends ClientAccountService {
  private readonly options: ClientLedgerOptions

  constructor(container: Record<string, unknown>, options: ClientLedgerOptions = {}) {
    super(container, options)
    this.options = validateOptions(options)
  }

  /** What decides whether and how orders are posted: the settings, and the shop's options. */
  @InjectManager()
  async retrieveRules(
    @MedusaContext() context: Context = {}
  ): Promise<rules.PostingRules & { online_providers: readonly string[] }> {
    const settings = await rules.retrieveRules(sqlOf(context))
    return { ...settings, online_providers: this.options.online_providers ?? [] }
  }

  /** Notes when a reconciliation that left nothing behind began. */
  @InjectManager()
  async recordReconciliation(
    startedAt: Date,
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    await rules.recordReconciliation(sqlOf(context), startedAt)
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

  /** A page of the orders that the ledger knows, by id. */
  @InjectManager()
  async listOrderIds(
    after: string,
    limit: number,
    @MedusaContext() context: Context = {}
  ): Promise<string[]> {
    return orders.listOrderIds(sqlOf(context), after, limit)
  }

  /** The orders whose amounts stand on an account. */
  @InjectManager()
  async listOrderIdsOfAccount(
    accountId: string,
    @MedusaContext() context: Context = {}
  ): Promise<string[]> {
    return orders.listOrderIdsOfAccount(sqlOf(context), accountId)
  }

  /** Those of the orders whose entries, or whose record, aren't what they should be. Nothing is changed. */
  @InjectManager()
  async findStaleOrders(
    targets: OrderTarget[],
    @MedusaContext() context: Context = {}
  ): Promise<orders.StaleOrder[]> {
    return orders.findStaleOrders(sqlOf(context), targets)
  }

  /** Those of the orders that still owe something in the ledger. */
  @InjectManager()
  async findOwingOrders(ids: string[], @MedusaContext() context: Context = {}): Promise<string[]> {
    return orders.findOwingOrders(sqlOf(context), ids)
  }

  /** The captures of these orders whose receipt a person reversed. */
  @InjectManager()
  async findReversedCaptures(
    orderIds: string[],
    @MedusaContext() context: Context = {}
  ): Promise<orders.ReversedCapture[]> {
    return orders.findReversedCaptures(sqlOf(context), orderIds)
  }

  /** Those of Medusa's captures that the ledger has a receipt of. */
  @InjectManager()
  async findKnownCaptures(
    captureIds: string[],
    @MedusaContext() context: Context = {}
  ): Promise<string[]> {
    return orders.findKnownCaptures(sqlOf(context), captureIds)
  }

  /** The orders that no client can be debited for, since they have no customer. */
  @InjectManager()
  async listOrdersWithoutCustomer(@MedusaContext() context: Context = {}): Promise<string[]> {
    return orders.listOrdersWithoutCustomer(sqlOf(context))
  }

  /** What settles each of these orders, credit by credit; nothing for those that the ledger doesn't know. */
  @InjectManager()
  async findSettlements(
    orderIds: string[],
    @MedusaContext() context: Context = {}
  ): Promise<Map<string, allocations.Settlement>> {
    return allocations.findSettlements(sqlOf(context), orderIds)
  }

  /**
   * Derives anew which credits settle which orders, for the next accounts by id; `post` alone doesn't.
   * @returns the last account's id, to go on from, or null when there are no more.
   */
  @InjectTransactionManager()
  async settleAccountsAfter(
    after: string,
    limit: number,
    @MedusaContext() context: Context = {}
  ): Promise<string | null> {
    const sql = sqlOf(context)
    const ids = await listAccountIds(sql, after, limit)
    await allocations.reallocate(sql, ids)
    return ids[ids.length - 1] ?? null
  }

  /** Lets one process at a time change what Medusa shows of an order; false while another does. */
  @InjectManager()
  async leaseOrder(
    orderId: string,
    holder: string,
    @MedusaContext() context: Context = {}
  ): Promise<boolean> {
    return allocations.leaseOrder(sqlOf(context), orderId, holder)
  }

  /** The order is shown, or wasn't to be changed: the next may. */
  @InjectManager()
  async releaseOrder(
    orderId: string,
    holder: string,
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    await allocations.releaseOrder(sqlOf(context), orderId, holder)
  }

  /** Notes that Medusa shows an order's settlement, as it was at that version. */
  @InjectManager()
  async markProjected(
    orderId: string,
    version: number,
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    await allocations.markProjected(sqlOf(context), orderId, version)
  }

  /** The orders of these accounts, or of all, whose settlement Medusa doesn't show yet. */
  @InjectManager()
  async listUnprojectedOrders(
    accountIds?: string[],
    @MedusaContext() context: Context = {}
  ): Promise<string[]> {
    return allocations.unprojectedOrders(sqlOf(context), accountIds)
  }

  /** The sum of an order's entries: below zero what is still owed on it, above zero what its client keeps. */
  @InjectManager()
  async orderBalance(orderId: string, @MedusaContext() context: Context = {}): Promise<Amount> {
    return orders.orderBalance(sqlOf(context), orderId)
  }

  /** A page of the clients whose orders await pickup or payment, and how many the filters leave. */
  @InjectManager()
  async listCounterClients(
    filters: counter.CounterFilters,
    page: { limit: number; offset: number },
    @MedusaContext() context: Context = {}
  ): Promise<[counter.CounterClientDTO[], number]> {
    return counter.listCounterClients(sqlOf(context), filters, page, today())
  }
}
