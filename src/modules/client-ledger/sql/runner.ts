import type { Context } from "@medusajs/framework/types"
import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { toMedusaError } from "../utils/errors"

/** Runs one statement in the caller's transaction, if there is one, and answers its rows. */
export type Sql = <Row>(statement: string, parameters?: unknown[]) => Promise<Row[]>

export function sqlOf(context: Context): Sql {
  const manager = (context.transactionManager ?? context.manager) as SqlEntityManager
  return async <Row>(statement: string, parameters: unknown[] = []) => {
    try {
      return (await manager.execute(statement, parameters)) as Row[]
    } catch (error) {
      throw toMedusaError(error)
    }
  }
}
