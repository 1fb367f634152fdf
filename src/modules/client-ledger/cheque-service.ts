import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { ClientClosingService } from "./closing-service"
import type { ClientBalanceDTO } from "./sql/balances"
import { bounceCheque, type ChequeBounce } from "./sql/bounce-cheque"
import * as deposits from "./sql/cheque-deposits"
import * as cheques from "./sql/cheques"
import * as acts from "./sql/deposit-cheques"
import type { ReceiptWithClient } from "./sql/receipts"
import { once } from "./sql/requests"
import { sqlOf } from "./sql/runner"
import type { IdempotentRequest } from "./types"

/** A cheque that bounced: its slip, its reversed receipt and the account after both, as they are shown. */
export type BouncedCheque = {
  deposit: deposits.ChequeDepositDTO
  receipt: ReceiptWithClient
  client_account: ClientBalanceDTO
}

/** Cheques on their way to the bank: received, in a numbered slip, deposited, cleared or bounced. */
export class ChequeService extends ClientClosingService {
  /** A page of the cheques received, and how many the filters leave. */
  @InjectManager()
  async listCheques(
    filters: cheques.ChequeFilters,
    page: { order: cheques.ChequeOrder; limit: number; offset: number },
    @MedusaContext() context: Context = {}
  ): Promise<[cheques.ChequeDTO[], number]> {
    return cheques.listCheques(sqlOf(context), filters, page)
  }

  /**
   * Puts cheques in a deposit slip, numbered without a gap per currency.
   * @throws INVALID_DATA a cheque twice, or several currencies, NOT_FOUND no cheque that stands,
   *   CONFLICT a cheque that is in a slip already.
   */
  @InjectTransactionManager()
  async makeChequeDeposit(
    input: acts.ChequeDepositInput,
    request?: IdempotentRequest,
    @MedusaContext() context: Context = {}
  ): Promise<deposits.ChequeDepositDTO> {
    const sql = sqlOf(context)
    return once(sql, request, async () =>
      deposits.retrieveDeposit(sql, await acts.makeChequeDeposit(sql, input))
    )
  }

  /** The slip went to the bank. @throws NOT_FOUND, INVALID_DATA a day to come, CONFLICT it isn't open. */
  @InjectTransactionManager()
  async depositCheques(
    input: acts.DepositDay,
    @MedusaContext() context: Context = {}
  ): Promise<deposits.ChequeDepositDTO> {
    const sql = sqlOf(context)
    await acts.depositCheques(sql, input)
    return deposits.retrieveDeposit(sql, input.deposit_id)
  }

  /**
   * The bank credited the slip, or some of its cheques.
   * @throws NOT_FOUND, INVALID_DATA a day to come or before the deposit, CONFLICT nothing of it waits for the bank.
   */
  @InjectTransactionManager()
  async clearCheques(
    input: acts.ChequeClearing,
    @MedusaContext() context: Context = {}
  ): Promise<deposits.ChequeDepositDTO> {
    const sql = sqlOf(context)
    await acts.clearCheques(sql, input)
    return deposits.retrieveDeposit(sql, input.deposit_id)
  }

  /** Voids a slip that isn't deposited; its cheques are free again. @throws NOT_FOUND, CONFLICT it isn't open. */
  @InjectTransactionManager()
  async cancelChequeDeposit(
    input: acts.DepositCancellation,
    @MedusaContext() context: Context = {}
  ): Promise<deposits.ChequeDepositDTO> {
    const sql = sqlOf(context)
    await acts.cancelDeposit(sql, input)
    return deposits.retrieveDeposit(sql, input.deposit_id)
  }

  /**
   * The bank returned a cheque, even one that it had credited: its receipt is reversed, and the bank's fee, if any, is
   * debited, both or neither.
   * @throws NOT_FOUND, INVALID_DATA note or fee, CONFLICT not deposited, or bounced already.
   */
  @InjectTransactionManager()
  async bounceCheque(
    bounce: ChequeBounce,
    request?: IdempotentRequest,
    @MedusaContext() context: Context = {}
  ): Promise<BouncedCheque> {
    const sql = sqlOf(context)
    return once(sql, request, async () => {
      const { receipt, account_id } = await bounceCheque(sql, bounce)
      return {
        deposit: await deposits.retrieveDeposit(sql, bounce.deposit_id),
        receipt,
        client_account: await this.retrieveBalance(account_id, context),
      }
    })
  }

  /** @throws NOT_FOUND */
  @InjectManager()
  async retrieveChequeDeposit(
    id: string,
    @MedusaContext() context: Context = {}
  ): Promise<deposits.ChequeDepositDTO> {
    return deposits.retrieveDeposit(sqlOf(context), id)
  }

  /** Slips, newest first, and how many the filters leave. */
  @InjectManager()
  async listChequeDeposits(
    filters: deposits.DepositFilters,
    page: { limit: number; offset: number },
    @MedusaContext() context: Context = {}
  ): Promise<[deposits.ChequeDepositSummaryDTO[], number]> {
    return deposits.listDeposits(sqlOf(context), filters, page)
  }
}
