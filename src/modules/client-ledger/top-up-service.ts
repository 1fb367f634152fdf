import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { CheckoutService } from "./checkout-service"
import * as recording from "./sql/record-top-up"
import { firstAnswer, freeKey, once, reserveKey, writeAnswer } from "./sql/requests"
import { sqlOf } from "./sql/runner"
import * as topUps from "./sql/top-ups"
import type { IdempotentRequest, PostedEntry } from "./types"
import type { TopUpTarget } from "./utils/plan-top-up"

/** What clients pay online onto their accounts, without an order. */
export class TopUpService extends CheckoutService {
  /**
   * The top-up that answers a request without a new one: that of its key, or one that the client began alike and may still
   * pay.
   * @throws CONFLICT when the key was used with another body.
   */
  @InjectTransactionManager()
  async findTopUp(
    asked: Pick<topUps.TopUpDTO, "account_id" | "amount" | "provider_id">,
    request?: IdempotentRequest,
    @MedusaContext() context: Context = {}
  ): Promise<topUps.TopUpDTO | null> {
    const sql = sqlOf(context)
    const answered = request && (await firstAnswer<string>(sql, request))
    if (answered) return topUps.retrieveTopUp(sql, answered)
    const pending = await topUps.findPendingTopUp(sql, asked)
    if (!pending) return null
    return topUps.retrieveTopUp(sql, await once(sql, request, async () => pending.id))
  }

  /** Notes a top-up whose payment is prepared; the same request again is answered with the first. */
  @InjectTransactionManager()
  async createTopUp(
    topUp: topUps.NewTopUp,
    request?: IdempotentRequest,
    @MedusaContext() context: Context = {}
  ): Promise<topUps.TopUpDTO> {
    const sql = sqlOf(context)
    const id = await once(sql, request, () => topUps.insertTopUp(sql, topUp))
    return topUps.retrieveTopUp(sql, id)
  }

  /** @param accountId whose it has to be, unless left out. @throws NOT_FOUND also for one of another account. */
  @InjectManager()
  async retrieveTopUp(
    id: string,
    accountId?: string,
    @MedusaContext() context: Context = {}
  ): Promise<topUps.TopUpDTO> {
    return topUps.retrieveTopUp(sqlOf(context), id, accountId)
  }

  /** A page of an account's top-ups, newest first, and their number. */
  @InjectManager()
  async listTopUps(
    accountId: string,
    page: { limit: number; offset: number },
    @MedusaContext() context: Context = {}
  ): Promise<[topUps.TopUpDTO[], number]> {
    return topUps.listTopUps(sqlOf(context), accountId, page)
  }

  /** The top-ups that these payment collections of Medusa's are for. */
  @InjectManager()
  async findTopUpsOf(
    collectionIds: string[],
    @MedusaContext() context: Context = {}
  ): Promise<topUps.TopUpDTO[]> {
    return topUps.findTopUpsOf(sqlOf(context), collectionIds)
  }

  /** The next top-ups by id, to go through them all. */
  @InjectManager()
  async listTopUpsAfter(
    after: string,
    limit: number,
    @MedusaContext() context: Context = {}
  ): Promise<topUps.TopUpDTO[]> {
    return topUps.listTopUpsAfter(sqlOf(context), after, limit)
  }

  /** The pending ones that were begun before a moment, oldest first. */
  @InjectManager()
  async listPendingTopUps(
    before: Date,
    @MedusaContext() context: Context = {}
  ): Promise<topUps.TopUpDTO[]> {
    return topUps.listPendingTopUps(sqlOf(context), before)
  }

  /**
   * Makes the ledger say what Medusa's rows say of a top-up: each capture and refund posts once, keyed on its id, and one
   * that vanished is taken back.
   * @returns the entries posted, or null when another has recorded it since it was read: read again and retry.
   */
  @InjectTransactionManager()
  async recordTopUp(
    target: TopUpTarget,
    @MedusaContext() context: Context = {}
  ): Promise<PostedEntry[] | null> {
    return recording.recordTopUp(sqlOf(context), target)
  }

  /** Those of the top-ups that `recordTopUp` would change. Nothing is changed. */
  @InjectManager()
  async findStaleTopUps(
    targets: TopUpTarget[],
    @MedusaContext() context: Context = {}
  ): Promise<recording.StaleTopUp[]> {
    return recording.findStaleTopUps(sqlOf(context), targets)
  }

  /** Nobody pays it any more. @returns whether it was still pending. */
  @InjectTransactionManager()
  async closeTopUp(
    id: string,
    status: "canceled" | "expired",
    @MedusaContext() context: Context = {}
  ): Promise<boolean> {
    return topUps.closeTopUp(sqlOf(context), id, status)
  }

  /**
   * Takes a request's key for work that a transaction can't hold, as a provider's: only one begins it.
   * @returns false when somebody has it, who is at work or has died at it.
   */
  @InjectTransactionManager()
  async reserveRequest(
    request: IdempotentRequest,
    @MedusaContext() context: Context = {}
  ): Promise<boolean> {
    return reserveKey(sqlOf(context), request)
  }

  /** Keeps what the request has come to, so that it isn't done again. */
  @InjectTransactionManager()
  async answerRequest(
    request: IdempotentRequest,
    answer: string,
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    await writeAnswer(sqlOf(context), request.key, answer)
  }

  /** It was refused, and may be asked again. */
  @InjectTransactionManager()
  async freeRequest(
    request: IdempotentRequest,
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    await freeKey(sqlOf(context), request.key)
  }
}
