import { DEBTS_ALLOWED, type DebtPolicy } from "../utils/debt-policy"
import { retrieveAccount } from "./accounts"
import { retrieveRules } from "./rules"
import type { Sql } from "./runner"

/** The market's policy, for every client who has none of his own. */
export async function retrieveDebtPolicy(sql: Sql): Promise<DebtPolicy> {
  const [row] = await sql<{ debt_policy: DebtPolicy | null }>(
    `select debt_policy from client_ledger_settings where id = 'store'`
  )
  return row?.debt_policy ?? DEBTS_ALLOWED
}

export async function changeDebtPolicy(sql: Sql, policy: DebtPolicy): Promise<DebtPolicy> {
  // Writes the row where it is missing.
  await retrieveRules(sql)
  await sql(
    `update client_ledger_settings set debt_policy = ?::jsonb, updated_at = now() where id = 'store'`,
    [JSON.stringify(policy)]
  )
  return policy
}

/** Whether any client's order can be refused: no need to look at a cart otherwise. */
export async function mayRefuseDebts(sql: Sql): Promise<boolean> {
  const [row] = await sql<{ may: boolean }>(
    `select exists (select 1 from client_ledger_settings where debt_policy->>'action' = 'block')
       or exists (select 1 from client_account where debt_policy->>'action' = 'block') as may`
  )
  return row!.may
}

/** The client's own policy, and the one that holds for him. */
export type AccountDebtPolicy = { own: DebtPolicy | null; effective: DebtPolicy }

/** @throws NOT_FOUND */
export async function retrieveAccountDebtPolicy(
  sql: Sql,
  accountId: string
): Promise<AccountDebtPolicy> {
  await retrieveAccount(sql, accountId)
  const [row] = await sql<{ debt_policy: DebtPolicy | null }>(
    `select debt_policy from client_account where id = ?`,
    [accountId]
  )
  const own = row?.debt_policy ?? null
  return { own, effective: own ?? (await retrieveDebtPolicy(sql)) }
}

/** @param policy null for the market's. @throws NOT_FOUND */
export async function changeAccountDebtPolicy(
  sql: Sql,
  accountId: string,
  policy: DebtPolicy | null
): Promise<AccountDebtPolicy> {
  await retrieveAccount(sql, accountId)
  await sql(`update client_account set debt_policy = ?::jsonb, updated_at = now() where id = ?`, [
    policy && JSON.stringify(policy),
    accountId,
  ])
  return retrieveAccountDebtPolicy(sql, accountId)
}
