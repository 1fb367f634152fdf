import type { Context } from "@medusajs/framework/types"
import { InjectManager, MedusaContext } from "@medusajs/framework/utils"
import { ClientMailService } from "./mail-service"
import * as acts from "./sql/acts"
import { sqlOf } from "./sql/runner"

/** Who did what: each entry, correction, closing, slip, mail and setting that a person answers for. */
export class ActService extends ClientMailService {
  /** What people did, newest first, and how many acts the filters leave. What posts by itself isn't among them. */
  @InjectManager()
  async listActs(
    filters: acts.ActFilters,
    page: { limit: number; offset: number },
    @MedusaContext() context: Context = {}
  ): Promise<[acts.ActDTO[], number]> {
    return acts.listActs(sqlOf(context), filters, page)
  }

  /** The ids of all who ever did something. */
  @InjectManager()
  async listActorIds(@MedusaContext() context: Context = {}): Promise<string[]> {
    return acts.listActorIds(sqlOf(context))
  }

  /** The next acts before the last one that was read, newest first. */
  @InjectManager()
  async listActsBefore(
    filters: acts.ActFilters,
    page: { last: acts.ActDTO | null; limit: number },
    @MedusaContext() context: Context = {}
  ): Promise<acts.ActDTO[]> {
    return acts.listActsBefore(sqlOf(context), filters, page.last, page.limit)
  }
}
