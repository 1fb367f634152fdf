import type { IdempotentRequest } from "../types"
import { ConflictError } from "../utils/errors"
import type { Sql } from "./runner"

/**
 * Does the work once per key, for ever: a repeated key with the same body gets the first answer.
 * The key is written in the caller's transaction, so that a failed attempt leaves it free, and a concurrent
 * twin waits for the first to end.
 * @throws CONFLICT when the key was used with another body.
 */
export async function once<Result>(
  sql: Sql,
  request: IdempotentRequest | undefined,
  work: () => Promise<Result>
): Promise<Result> {
  if (!request) return work()
  const [fresh] = await sql<{ key: string }>(
    `insert into client_ledger_request (key, fingerprint) values (?, ?) on conflict (key) do nothing returning key`,
    [request.key, request.fingerprint]
  )
  if (!fresh) return (await firstAnswer<Result>(sql, request))!
  const response = await work()
  await writeAnswer(sql, request.key, response)
  return response
}

/**
 * Takes a key for work that a transaction can't hold, as a provider's: only one begins it.
 * @returns false when somebody has it, who is at work or has died at it.
 */
export async function reserveKey(sql: Sql, request: IdempotentRequest): Promise<boolean> {
  const fresh = await sql(
    `insert into client_ledger_request (key, fingerprint) values (?, ?) on conflict (key) do nothing returning key`,
    [request.key, request.fingerprint]
  )
  return fresh.length > 0
}

/** What the work under a reserved key has come to. */
export async function writeAnswer(sql: Sql, key: string, response: unknown): Promise<void> {
  await sql(`update client_ledger_request set response = ?::json where key = ?`, [
    JSON.stringify(response),
    key,
  ])
}

/** The work under a reserved key was refused: it may be asked for again. */
export async function freeKey(sql: Sql, key: string): Promise<void> {
  await sql(`delete from client_ledger_request where key = ? and response is null`, [key])
}

/**
 * What the request was answered already, for work that begins before its transaction; null for a new one.
 * @throws CONFLICT when the key was used with another body.
 */
export async function firstAnswer<Result>(
  sql: Sql,
  request: IdempotentRequest
): Promise<Result | null> {
  const [first] = await sql<{ fingerprint: string; response: Result }>(
    `select fingerprint, response from client_ledger_request where key = ?`,
    [request.key]
  )
  if (!first) return null
  if (first.fingerprint !== request.fingerprint) {
    throw new ConflictError(`Idempotency-Key "${request.key}" was already used for another request`)
  }
  return first.response
}
