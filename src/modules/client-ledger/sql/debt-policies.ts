import {
  checkDebtPolicy,
  DEBTS_ALLOWED,
  type DebtPolicy,
  type DebtPolicyInput,
} from "../utils/debt-policy"
import { currencyDigits } from "../utils/money"
import { retrieveAccount } from "./accounts"
import { logChange } from "./changes"
import { retrieveRules } from "./rules"
import type { Sql } from "./runner"

/** The market's policy, for every client who has none of his own. */
export async function retrieveDebtPolicy(sql: Sql): Promise<DebtPolicy> {
  const [row] = await sql<{ debt_policy: DebtPolicy | null }>(
    `select debt_policy from client_ledger_settings where id = 'store'`
  )
  return row?.debt_policy ?? DEBTS_ALLOWED
}

/** Its limit counts in the currency of each account; it is as fine as the euro. */
export async function changeDebtPolicy(
  sql: Sql,
  input: DebtPolicyInput,
  actor_id: string | null
): Promise<DebtPolicy> {
  const policy = checkDebtPolicy(input, currencyDigits("eur"))
  // Writes the row where it is missing.
  await retrieveRules(sql)
  const before = await retrieveDebtPolicy(sql)
  await sql(
    `update client_ledger_settings set debt_policy = ?::jsonb, updated_at = now() where id = 'store'`,
    [JSON.stringify(policy)]
  )
  await logChange(sql, {
    ...{ subject: "debt_policy", subject_id: "store", actor_id },
    ...{ before, after: policy },
  })
  return policy
}

/** What is to be looked at before a cart becomes an order; mostly nothing. */
export type CheckoutDuties = {
  /** It spends part of a balance. */
  has_hold: boolean
  /** Some client's order can be refused for the debt it makes. */
  may_refuse: boolean
}

/** One statement, since every checkout asks. */
export async function checkoutDuties(sql: Sql, cartId: string): Promise<CheckoutDuties> {
  const [duties] = await sql<CheckoutDuties & { enabled: boolean }>(
    `select coalesce((select enabled from client_ledger_settings where id = 'store'), true) as enabled,
       exists (select 1 from client_hold where cart_id = ? and status = 'held') as has_hold,
       exists (select 1 from client_ledger_settings where debt_policy->>'action' = 'block')
         or exists (select 1 from client_account where debt_policy->>'action' = 'block') as may_refuse`,
    [cartId]
  )
  const { enabled, has_hold, may_refuse } = duties!
  return { has_hold: enabled && has_hold, may_refuse: enabled && may_refuse }
}

/** The client's own policy, and the one that holds for him. */
export type AccountDebtPolicy = { own: DebtPolicy | null; effective: DebtPolicy }

/** Of an account that is known to exist. */
export async function findAccountDebtPolicy(
  sql: Sql,
  accountId: string
): Promise<AccountDebtPolicy> {
  const [row] = await sql<{ own: DebtPolicy | null; market: DebtPolicy | null }>(
    `select a.debt_policy as own,
       (select s.debt_policy from client_ledger_settings s where s.id = 'store') as market
     from client_account a where a.id = ?`,
    [accountId]
  )
  const own = row?.own ?? null
  return { own, effective: own ?? row?.market ?? DEBTS_ALLOWED }
}

/** @param input null for the market's. @throws NOT_FOUND */
export async function changeAccountDebtPolicy(
  sql: Sql,
  accountId: string,
  input: DebtPolicyInput | null,
  actor_id: string | null
): Promise<AccountDebtPolicy> {
  const account = await retrieveAccount(sql, accountId, true)
  const policy = input && checkDebtPolicy(input, account.decimal_digits)
  const { own } = await findAccountDebtPolicy(sql, account.id)
  await sql(`update client_account set debt_policy = ?::jsonb, updated_at = now() where id = ?`, [
    policy && JSON.stringify(policy),
    account.id,
  ])
  await logChange(sql, {
    ...{ subject: "debt_policy", subject_id: account.id, account_id: account.id, actor_id },
    ...{ before: own ?? {}, after: policy ?? {} },
  })
  return findAccountDebtPolicy(sql, account.id)
}
