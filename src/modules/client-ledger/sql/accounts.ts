import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import type { AccountHolder, ClientAccountDTO } from "../types"
import { currencyDigits } from "../utils/money"
import { logChange } from "./changes"
import type { Sql } from "./runner"

/** The accounts `a`, each with what its entries made of it. */
export const ACCOUNTS = `(select account.*, state.balance, state.entry_count, state.chain_head, state.last_entry_at
  from client_account account join client_account_state state on state.account_id = account.id) a`

export const ACCOUNT_COLUMNS = `a.id, a.number, a.customer_id, a.customer_name, a.customer_email, a.currency_code, a.decimal_digits,
  trim_scale(a.balance)::text as balance, a.entry_count, a.chain_head, a.last_entry_at, a.no_reminders,
  a.created_at`

/** Makes the accounts that aren't there, and answers one per holder, in the order asked. */
export async function ensureAccounts(
  sql: Sql,
  holders: AccountHolder[]
): Promise<ClientAccountDTO[]> {
  if (!holders.length) return []
  const wanted = holders.map((holder) => ({
    id: generateEntityId(undefined, "clacc"),
    customer_id: holder.customer_id,
    currency_code: holder.currency_code.toLowerCase(),
    decimal_digits: currencyDigits(holder.currency_code),
    customer_name: holder.customer_name ?? null,
    customer_email: holder.customer_email ?? null,
  }))
  // The read comes first: an account stands already nearly always, and an upsert would lock its row.
  const standing = await findAccounts(sql, wanted)
  const missing = wanted.filter((account) => !standing.has(accountKey(account)))
  if (missing.length) {
    await sql(
      `insert into client_account (id, customer_id, currency_code, decimal_digits, customer_name, customer_email)
       select id, customer_id, currency_code, decimal_digits, customer_name, customer_email
       from jsonb_to_recordset(?::jsonb) as wanted
         (id text, customer_id text, currency_code text, decimal_digits smallint, customer_name text, customer_email text)
       order by customer_id, currency_code
       on conflict (market, customer_id, currency_code) do nothing`,
      [JSON.stringify(missing)]
    )
    for (const [key, account] of await findAccounts(sql, missing)) standing.set(key, account)
  }
  return wanted.map((account) => standing.get(accountKey(account))!)
}

/** What makes an account one of a kind, within the market. */
export const accountKey = (account: { customer_id: string; currency_code: string }) =>
  `${account.customer_id} ${account.currency_code.toLowerCase()}`

/** The accounts that stand, by {@link accountKey}. */
export async function findAccounts(sql: Sql, holders: AccountHolder[]) {
  const rows = await sql<ClientAccountDTO>(
    `select ${ACCOUNT_COLUMNS} from ${ACCOUNTS}
     where a.market = 'store' and a.deleted_at is null and (a.customer_id, a.currency_code) in
       (select customer_id, currency_code from jsonb_to_recordset(?::jsonb) as h (customer_id text, currency_code text))`,
    [JSON.stringify(holders)]
  )
  return new Map(rows.map((account) => [accountKey(account), account]))
}

/**
 * The account, or the reason why there is none.
 * @throws NOT_FOUND
 */
export async function retrieveAccount(
  sql: Sql,
  id: string,
  lock = false
): Promise<ClientAccountDTO> {
  if (lock) await lockAccounts(sql, [id])
  const [account] = await sql<ClientAccountDTO>(
    `select ${ACCOUNT_COLUMNS} from ${ACCOUNTS} where a.id = ? and a.deleted_at is null`,
    [id]
  )
  if (!account) refuseUnknown(id)
  return account
}

/** Keeps the names and e-mails that the list searches and sorts by in step with Medusa's customers. */
export async function refreshHolders(
  sql: Sql,
  holders: { customer_id: string; customer_name: string | null; customer_email: string | null }[]
): Promise<void> {
  if (!holders.length) return
  await sql(
    `update client_account a set customer_name = h.customer_name, customer_email = h.customer_email, updated_at = now()
     from jsonb_to_recordset(?::jsonb) as h (customer_id text, customer_name text, customer_email text)
     where a.customer_id = h.customer_id
       and (a.customer_name, a.customer_email) is distinct from (h.customer_name, h.customer_email)`,
    [JSON.stringify(holders)]
  )
}

/** The client asked not to be reminded, or may be again. @throws NOT_FOUND */
export async function changeReminders(
  sql: Sql,
  id: string,
  noReminders: boolean,
  actor_id: string | null
): Promise<ClientAccountDTO> {
  const before = await retrieveAccount(sql, id, true)
  await sql(`update client_account set no_reminders = ?, updated_at = now() where id = ?`, [
    noReminders,
    id,
  ])
  await logChange(sql, {
    ...{ subject: "reminders", subject_id: id, account_id: id, actor_id },
    before: { no_reminders: before.no_reminders },
    after: { no_reminders: noReminders },
  })
  return before
}

/** A page of the customers who have accounts, by id. */
export async function listCustomerIds(sql: Sql, after: string, limit: number): Promise<string[]> {
  const rows = await sql<{ customer_id: string }>(
    `select distinct customer_id from client_account where customer_id > ? order by customer_id limit ?`,
    [after, limit]
  )
  return rows.map((row) => row.customer_id)
}

/** A page of the accounts, by id. */
export async function listAccountIds(sql: Sql, after: string, limit: number): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    `select id from client_account where id > ? order by id limit ?`,
    [after, limit]
  )
  return rows.map(({ id }) => id)
}

/** Locks accounts until the transaction ends, as a posting does: in a fixed order, so that nobody waits in a ring. @returns their ids. */
export async function lockAccounts(
  sql: Sql,
  ids: (string | null | undefined)[]
): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    `select account_id as id from client_account_state where account_id = any(?) order by account_id for no key update`,
    [ids.filter(Boolean)]
  )
  return rows.map((row) => row.id)
}

/** The accounts, by id, locked until the transaction ends. @throws NOT_FOUND naming the first that is missing. */
export async function retrieveLockedAccounts(
  sql: Sql,
  ids: string[]
): Promise<Map<string, ClientAccountDTO>> {
  await lockAccounts(sql, ids)
  return retrieveAccounts(sql, ids)
}

/** The accounts, by id: one statement, however many. @throws NOT_FOUND naming the first that is missing. */
export async function retrieveAccounts(
  sql: Sql,
  ids: string[]
): Promise<Map<string, ClientAccountDTO>> {
  const rows = await sql<ClientAccountDTO>(
    `select ${ACCOUNT_COLUMNS} from ${ACCOUNTS} where a.id = any(?) and a.deleted_at is null`,
    [ids]
  )
  const accounts = new Map(rows.map((account) => [account.id, account]))
  const missing = ids.find((id) => !accounts.has(id))
  if (missing) refuseUnknown(missing)
  return accounts
}

function refuseUnknown(id: string): never {
  throw new MedusaError(MedusaError.Types.NOT_FOUND, `Client account with id: ${id} was not found`)
}
