import type { ReceiptDirection, ReceiptMethod } from "../../types"
import {
  countMethods,
  movementsOf,
  orderState,
  signedAmount,
  sumDenominations,
  totalsOf,
  type ClosingLine,
} from "../closing"

const line = (
  method: ReceiptMethod,
  amount: string,
  more: { direction?: ReceiptDirection; reversal?: boolean } = {}
): ClosingLine => ({
  receipt_id: `${method} ${amount}`,
  method,
  amount,
  direction: more.direction ?? "in",
  reversal: more.reversal ?? false,
})

describe("what is expected by a method", () => {
  it("is the opening float, plus what came in, less what went out, for cash", () => {
    const lines = [
      line("cash", "20.10"),
      line("cash", "0.20"),
      line("cash", "5", { direction: "out" }),
    ]
    expect(movementsOf(lines, "50")).toEqual([
      {
        method: "cash",
        count: 2,
        received: "20.3",
        paid_out: "5",
        reversed: "0",
        expected: "65.3",
      },
    ])
  })

  it("has no float for the other methods, and only those that moved are listed", () => {
    const lines = [line("cheque", "30"), line("card_terminal", "12")]
    expect(movementsOf(lines, "0").map(({ method, expected }) => [method, expected])).toEqual([
      ["cheque", "30"],
      ["card_terminal", "12"],
    ])
  })

  it("counts a reversal as negative, whichever the direction, and the cheque is gone", () => {
    const lines = [
      line("cheque", "30"),
      line("cheque", "10", { reversal: true }),
      line("cash", "8", { direction: "out", reversal: true }),
    ]
    expect(movementsOf(lines, "0")).toMatchObject([
      { method: "cheque", count: 0, received: "30", reversed: "-10", expected: "20" },
      { method: "cash", paid_out: "0", reversed: "8", expected: "8" },
    ])
    expect(lines.map(signedAmount)).toEqual(["30", "-10", "8"])
    expect(totalsOf(lines)).toEqual({ received: "30", paid_out: "0", reversed: "-2", net: "28" })
  })
})

describe("what is counted", () => {
  const movements = movementsOf([line("cash", "20"), line("transfer", "7")], "10")

  it("is set against what is expected; a transfer needn't be counted", () => {
    const counted = { cash: { denominations: { "20": 1, "5": 2 } } }
    expect(countMethods(movements, counted, {}, 2)).toMatchObject([
      { method: "cash", counted: "30", gap: "0", reason: null },
      { method: "transfer", counted: null, gap: null },
    ])
  })

  it("has a reason where there is a gap, even where nothing was expected", () => {
    const short = { cash: { amount: "29.99" } }
    expect(() => countMethods(movements, short, { cash: "  " }, 2)).toThrow(
      /^reasons\.cash: .*-0\.01/
    )
    expect(countMethods(movements, short, { cash: "a cent fell" }, 2)[0]).toMatchObject({
      gap: "-0.01",
      reason: "a cent fell",
    })
    const found = { cash: { amount: "30" }, cheque: { amount: "5" } }
    expect(() => countMethods(movements, found, {}, 2)).toThrow(/^reasons\.cheque/)
  })

  it("names the method that was forgotten", () => {
    expect(() => countMethods(movements, {}, {}, 2)).toThrow(/^counted\.cash/)
  })

  it("adds coins up exactly, and refuses what isn't a coin", () => {
    expect(sumDenominations({ "0.1": 3, "0.02": 1, "50": 2, "5": 0 }, 2)).toBe("100.32")
    expect(() => sumDenominations({ "0.005": 1 }, 2)).toThrow(/denominations/)
    expect(() => sumDenominations({ "-5": 1 }, 2)).toThrow(/not a coin/)
    expect(() => sumDenominations({ button: 1 }, 2)).toThrow(/denominations/)
  })
})

it("an order is unpaid, part-paid, paid or overpaid", () => {
  const states = [
    ["20", "0"],
    ["20", "5"],
    ["20", "20.0"],
    ["20", "21"],
  ] as const
  expect(states.map(([owed, paid]) => orderState(owed, paid))).toEqual([
    "unpaid",
    "part_paid",
    "paid",
    "overpaid",
  ])
})
