import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { ClientOrderService } from "./order-service"
import * as closeDay from "./sql/close-day"
import { unclosedOrderIds } from "./sql/closing-orders"
import * as closings from "./sql/closings"
import { once } from "./sql/requests"
import { sqlOf } from "./sql/runner"
import type { IdempotentRequest } from "./types"

/** A closing with what people read in it. */
export type ClosingDetails = {
  closing: closings.ClosingDTO
  receipts: closings.ClosingReceipt[]
  /** The clients of its orders, by account. */
  names: Map<string, string | null>
}

/** The end of a day: what came in since the last one, counted, numbered and frozen. */
export class ClientClosingService extends ClientOrderService {
  /** What a closing would take now, in the given currency or the one that most receipts wait in. */
  @InjectManager()
  async previewClosing(
    currencyCode?: string,
    @MedusaContext() context: Context = {}
  ): Promise<closeDay.ClosingPreview> {
    return closeDay.previewClosing(sqlOf(context), currencyCode)
  }

  /**
   * Takes all receipts and reversals that no closing has taken, with what was counted of them, for ever.
   * @throws INVALID_DATA naming the method that isn't counted or whose gap has no reason, CONFLICT nothing to close, or
   *   orders that another closing has counted since they were read.
   */
  @InjectTransactionManager()
  async closeDay(
    input: closeDay.ClosingInput,
    request?: IdempotentRequest,
    @MedusaContext() context: Context = {}
  ): Promise<closings.ClosingDTO> {
    const sql = sqlOf(context)
    // A closing never changes: its id is answer enough to keep.
    const id = await once(sql, request, () => closeDay.closeDay(sql, input))
    return closings.retrieveClosing(sql, id)
  }

  /** The orders in a currency whose VAT no closing has counted. */
  @InjectManager()
  async listUnclosedOrderIds(
    currencyCode: string,
    @MedusaContext() context: Context = {}
  ): Promise<string[]> {
    return unclosedOrderIds(sqlOf(context), currencyCode)
  }

  /** Closings, newest first, and their number. */
  @InjectManager()
  async listClosings(
    page: { limit: number; offset: number },
    @MedusaContext() context: Context = {}
  ): Promise<[closings.ClosingSummaryDTO[], number]> {
    return closings.listClosings(sqlOf(context), page)
  }

  /** @throws NOT_FOUND */
  @InjectManager()
  async retrieveClosing(
    id: string,
    @MedusaContext() context: Context = {}
  ): Promise<ClosingDetails> {
    const sql = sqlOf(context)
    const closing = await closings.retrieveClosing(sql, id)
    return {
      closing,
      receipts: await closings.listClosingReceipts(sql, id),
      names: await closings.namesOf(
        sql,
        closing.orders.map((order) => order.account_id)
      ),
    }
  }
}
