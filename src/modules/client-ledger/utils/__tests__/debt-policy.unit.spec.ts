import { checkDebtPolicy, judgeDebt, type DebtPolicy, type DebtPolicyInput } from "../debt-policy"

const policy = (facts: Partial<DebtPolicy> = {}): DebtPolicy => ({
  rule: "limited",
  limit: "10",
  action: "block",
  ...facts,
})

describe("which debts a market lets its clients make", () => {
  it("any, unless it says otherwise", () => {
    const allowed = policy({ rule: "allowed", limit: null })
    expect(judgeDebt(allowed, { overdue: "500", promised: "40" })).toMatchObject({
      allowed: true,
      reason: null,
    })
  })

  it("up to a limit of what is overdue, to the cent", () => {
    expect(judgeDebt(policy(), { overdue: "10", promised: "40" }).allowed).toBe(true)
    expect(judgeDebt(policy(), { overdue: "10.01", promised: "40" })).toEqual({
      allowed: false,
      reason: "overdue",
      action: "block",
      missing: "0.01",
    })
  })

  it("none where a provision is required: what isn't paid online is missing", () => {
    const provision = policy({ rule: "provision", limit: null })
    expect(judgeDebt(provision, { overdue: "0", promised: "12.4" })).toMatchObject({
      allowed: false,
      reason: "provision_required",
      missing: "12.4",
    })
  })

  it("an order that is paid at once makes no debt, whatever is owed from before", () => {
    for (const rule of ["limited", "provision"] as const) {
      expect(judgeDebt(policy({ rule }), { overdue: "500", promised: "0" })).toMatchObject({
        allowed: true,
        reason: null,
      })
    }
  })

  it("a warning lets the order through, and says why", () => {
    expect(judgeDebt(policy({ action: "warn" }), { overdue: "30", promised: "1" })).toMatchObject({
      allowed: true,
      reason: "overdue",
      missing: "20",
    })
  })
})

describe("a policy", () => {
  const check = (input: DebtPolicyInput) => () => checkDebtPolicy(input, 2)

  it("has a limit where the rule needs one, and nowhere else", () => {
    expect(check({ rule: "limited", action: "warn" })).toThrow(/limit: say how much/)
    expect(check({ rule: "provision", limit: 3, action: "warn" })).toThrow(/only the rule/)
    expect(check({ rule: "limited", limit: -1, action: "warn" })).toThrow(/below zero/)
    expect(check({ rule: "limited", limit: 0.001, action: "warn" })).toThrow(/at most 2 decimals/)
    expect(check({ rule: "limited", limit: 0, action: "block" })()).toEqual({
      rule: "limited",
      limit: "0",
      action: "block",
    })
  })
})
