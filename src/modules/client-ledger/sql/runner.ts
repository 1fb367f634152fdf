import type { Context } from "@medusajs/framework/types"
import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { toMedusaError } from "../utils/errors"

/** Runs one statement in the caller's transaction, if there is one, and answers its rows. */
export type Sql = <Row>(statement: string, parameters?: unknown[]) => Promise<Row[]>

type Knex = { raw(statement: string, parameters: unknown[]): Promise<{ rows: unknown[] }> }

export function sqlOf(context: Context): Sql {
  const manager = (context.transactionManager ?? context.manager) as SqlEntityManager
  // Knex binds the parameters; the ORM's own `execute` writes them into the statement.
  const knex = (manager.getTransactionContext() ?? manager.getKnex()) as unknown as Knex
  return async <Row>(statement: string, parameters: unknown[] = []) => {
    try {
      const { rows } = await knex.raw(statement, parameters)
      return rows as Row[]
    } catch (error) {
      throw toMedusaError(error)
    }
  }
}
