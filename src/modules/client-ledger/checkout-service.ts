import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { ChequeService } from "./cheque-service"
import { retrieveAccount } from "./sql/accounts"
import * as policies from "./sql/debt-policies"
import * as holds from "./sql/holds"
import { sqlOf } from "./sql/runner"
import type { Amount } from "./types"
import type { DebtPolicy, DebtPolicyInput } from "./utils/debt-policy"

/** What a client may spend at checkout: the part of his balance set aside for a cart, and the debts he may make. */
export class CheckoutService extends ChequeService {
  /**
   * Sets part of a balance aside for a cart, in place of what was, for an hour.
   * @returns null when nothing is set aside.
   * @throws NOT_FOUND the account, INVALID_DATA an amount below zero, too fine, or more than there is.
   */
  @InjectTransactionManager()
  async holdCredit(
    input: holds.HoldInput,
    @MedusaContext() context: Context = {}
  ): Promise<holds.HoldDTO | null> {
    return holds.holdCredit(sqlOf(context), input)
  }

  /** What is set aside for a cart, even when its time is over. */
  @InjectManager()
  async findHold(
    cartId: string,
    @MedusaContext() context: Context = {}
  ): Promise<holds.HoldDTO | null> {
    return holds.findHold(sqlOf(context), cartId)
  }

  /** Gives a cart's hold back to the balance. */
  @InjectManager()
  async releaseHold(cartId: string, @MedusaContext() context: Context = {}): Promise<void> {
    await holds.releaseHold(sqlOf(context), cartId)
  }

  /** Orders still owed of which the balance settles less than the client chose when he placed them. */
  @InjectManager()
  async listUncoveredOrders(
    @MedusaContext() context: Context = {}
  ): Promise<holds.UncoveredOrder[]> {
    return holds.uncoveredOrders(sqlOf(context))
  }

  /** What of a balance is neither owed nor set aside for other carts, never below zero. */
  @InjectManager()
  async availableCredit(
    accountId: string,
    cartId: string | null,
    @MedusaContext() context: Context = {}
  ): Promise<Amount> {
    return holds.availableCredit(sqlOf(context), accountId, cartId)
  }

  /** The policy of the market, for every client who has none of his own. */
  @InjectManager()
  async retrieveDebtPolicy(@MedusaContext() context: Context = {}): Promise<DebtPolicy> {
    return policies.retrieveDebtPolicy(sqlOf(context))
  }

  /** What is to be looked at before a cart becomes an order: nothing while the ledger is off. */
  @InjectManager()
  async checkoutDuties(
    cartId: string,
    @MedusaContext() context: Context = {}
  ): Promise<policies.CheckoutDuties> {
    return policies.checkoutDuties(sqlOf(context), cartId)
  }

  /** @throws INVALID_DATA a limit that doesn't belong to the rule, is missing, too fine or below zero. */
  @InjectTransactionManager()
  async changeDebtPolicy(
    policy: DebtPolicyInput,
    actorId: string | null,
    @MedusaContext() context: Context = {}
  ): Promise<DebtPolicy> {
    return policies.changeDebtPolicy(sqlOf(context), policy, actorId)
  }

  /** A client's own policy, and the one that holds for him. @throws NOT_FOUND */
  @InjectManager()
  async retrieveAccountDebtPolicy(
    accountId: string,
    @MedusaContext() context: Context = {}
  ): Promise<policies.AccountDebtPolicy> {
    const sql = sqlOf(context)
    const { id } = await retrieveAccount(sql, accountId)
    return policies.findAccountDebtPolicy(sql, id)
  }

  /**
   * Makes an exception for a client, or ends it.
   * @param policy null for the market's.
   * @throws NOT_FOUND, INVALID_DATA a limit that doesn't belong to the rule, is missing, too fine or below zero.
   */
  @InjectTransactionManager()
  async changeAccountDebtPolicy(
    accountId: string,
    policy: DebtPolicyInput | null,
    actorId: string | null,
    @MedusaContext() context: Context = {}
  ): Promise<policies.AccountDebtPolicy> {
    return policies.changeAccountDebtPolicy(sqlOf(context), accountId, policy, actorId)
  }
}
