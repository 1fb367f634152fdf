import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { ClientOrderService } from "./order-service"
import * as closeDay from "./sql/close-day"
import * as closings from "./sql/closings"
import { once } from "./sql/requests"
import { sqlOf } from "./sql/runner"
import type { IdempotentRequest, Timestamp } from "./types"

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
   * @throws INVALID_DATA naming the method that isn't counted or whose gap has no reason, CONFLICT nothing to close.
   */
  @InjectTransactionManager()
  async closeDay(
    input: closeDay.ClosingInput,
    request?: IdempotentRequest,
    @MedusaContext() context: Context = {}
  ): Promise<closings.ClosingDTO> {
    const sql = sqlOf(context)
    return once(sql, request, () => closeDay.closeDay(sql, input))
  }

  /** The orders placed since then in a currency: their taxes are those of the closing. */
  @InjectManager()
  async listOrderIdsPlacedSince(
    currencyCode: string,
    openedAt: Timestamp,
    @MedusaContext() context: Context = {}
  ): Promise<string[]> {
    return closings.orderIdsPlacedSince(sqlOf(context), currencyCode, openedAt)
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
