import { nextStep, type AccountState } from "../next-step"

const TODAY = "2026-11-24"
const of = (state: Partial<AccountState>) =>
  nextStep(
    { balance: "0", expected: "0", overdue: "0", last_entry_at: "2026-11-01T10:00:00Z", ...state },
    TODAY
  )

describe("the next step towards zero", () => {
  it("is none at zero, however long ago that was reached", () => {
    expect(of({})).toBe("none")
    expect(of({ balance: "0.00", last_entry_at: "2020-01-01T00:00:00Z" })).toBe("none")
    expect(of({ last_entry_at: null })).toBe("none")
  })

  it("is to remind who is overdue, also of what was promised", () => {
    expect(of({ balance: "-12.4", overdue: "0.01" })).toBe("remind")
    expect(of({ balance: "-12.4", overdue: "12.4", expected: "12.4" })).toBe("remind")
  })

  it("is to collect what is promised and not late", () => {
    expect(of({ balance: "-12.4", expected: "5" })).toBe("collect")
  })

  it("is to wait for what is neither due nor promised", () => {
    expect(of({ balance: "-12.4" })).toBe("wait")
  })

  it("is to use a credit, and to pay it out once it has slept for sixty days", () => {
    expect(of({ balance: "8" })).toBe("use_credit")
    expect(of({ balance: "8", last_entry_at: "2026-09-26T00:00:00Z" })).toBe("use_credit")
    expect(of({ balance: "8", last_entry_at: "2026-09-25T23:59:59Z" })).toBe("pay_out")
    expect(of({ balance: "8", last_entry_at: new Date("2026-07-24T10:00:00Z") })).toBe("pay_out")
  })
})
