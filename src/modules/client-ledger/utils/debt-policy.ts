import type { BigNumberInput } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { Amount } from "../types"
import { exactAmountOrZero, isPositive, subtractAmounts } from "./money"

/**
 * `allowed`: clients may owe. `limited`: who owes more than the limit past its due date can't order on account.
 * `provision`: what isn't paid online has to be paid from the balance.
 */
export const DEBT_RULES = ["allowed", "limited", "provision"] as const
export type DebtRule = (typeof DEBT_RULES)[number]

/** `warn` tells the client, `block` refuses the order. */
export const DEBT_ACTIONS = ["warn", "block"] as const
export type DebtAction = (typeof DEBT_ACTIONS)[number]

export type DebtPolicy = {
  rule: DebtRule
  /** How much may be overdue, in the account's currency; null unless the rule is `limited`. */
  limit: Amount | null
  action: DebtAction
}

export const DEBTS_ALLOWED: DebtPolicy = { rule: "allowed", limit: null, action: "warn" }

/** Why an order is against the policy. */
export const DEBT_REASONS = ["overdue", "provision_required"] as const
export type DebtReason = (typeof DEBT_REASONS)[number]

export type DebtVerdict = {
  /** False only where the policy blocks. */
  allowed: boolean
  reason: DebtReason | null
  action: DebtAction
  /** What the client has to pay first, zero when nothing is against the order. */
  missing: Amount
}

/**
 * Judges an order before it is placed. What is paid online at once makes no debt, whatever the client owes from before.
 * @param facts.overdue what is owed past its due date: an order placed Monday for Saturday isn't.
 * @param facts.promised what of the order would be paid later, at the stall or by transfer.
 */
export function judgeDebt(
  policy: DebtPolicy,
  { overdue, promised }: { overdue: Amount; promised: Amount }
): DebtVerdict {
  const against = (reason: DebtReason, missing: Amount): DebtVerdict => ({
    allowed: policy.action !== "block",
    reason,
    action: policy.action,
    missing,
  })
  if (isPositive(promised)) {
    if (policy.rule === "provision") return against("provision_required", promised)
    const excess = subtractAmounts(overdue, policy.limit ?? 0)
    if (policy.rule === "limited" && isPositive(excess)) return against("overdue", excess)
  }
  return { allowed: true, reason: null, action: policy.action, missing: "0" }
}

export type DebtPolicyInput = {
  rule: DebtRule
  limit?: BigNumberInput | null
  action: DebtAction
}

/** @throws INVALID_DATA a limit that doesn't belong to the rule, is missing, too fine or below zero. */
export function checkDebtPolicy(
  { rule, limit = null, action }: DebtPolicyInput,
  digits: number
): DebtPolicy {
  const refuse = (why: string) => {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `limit: ${why}`)
  }
  if (rule !== "limited" && limit !== null) refuse(`only the rule "limited" has one`)
  if (rule !== "limited") return { rule, limit: null, action }
  if (limit === null) return refuse("say how much may be overdue, 0 for nothing")
  return { rule, limit: exactAmountOrZero(limit, digits, "limit"), action }
}
