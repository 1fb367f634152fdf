import { oldDebt, toCollect } from "../to-collect"

const collect = (open: string, requested_returns: string, old_debt: string, balance: string) =>
  toCollect({ open, requested_returns, old_debt, balance })

describe("what to collect for orders", () => {
  it("is what is open on them, and the old debt", () => {
    expect(collect("30", "0", "12.4", "-42.4")).toBe("42.4")
  })

  it("leaves out another order that isn't asked for", () => {
    expect(collect("30", "0", "0", "-80")).toBe("30")
  })

  it("takes off what is asked to be returned", () => {
    expect(collect("30", "5.5", "0", "-30")).toBe("24.5")
    expect(collect("0", "5", "12", "-12")).toBe("7")
  })

  it("is never more than the whole debt, nor below zero", () => {
    expect(collect("30", "0", "0", "-10")).toBe("10")
    expect(collect("30", "0", "0", "20")).toBe("0")
    expect(collect("0", "5", "0", "-1")).toBe("0")
  })
})

describe("the old debt", () => {
  it("is what is owed beyond all of the orders, however many", () => {
    expect(oldDebt("-62.4", ["20", "30"])).toBe("12.4")
    expect(oldDebt("-12.4", [])).toBe("12.4")
  })

  it("is nothing when the orders are all that is owed, or more", () => {
    expect(oldDebt("-50", ["20", "30"])).toBe("0")
    expect(oldDebt("-45", ["20", "30"])).toBe("0")
    expect(oldDebt("5", [])).toBe("0")
  })
})
