import { parseQuantity } from "../quantity"

describe("a weight or a number as it is typed", () => {
  it("is read with a comma or a dot, to the gram, and may be nothing", () => {
    expect(["0,85", "0.850", "12", "0", " 1 200 "].map(parseQuantity)).toEqual([
      0.85, 0.85, 12, 0, 1200,
    ])
  })

  it("is nothing else", () => {
    expect(["", "much", "-1", "0,1234", "1,", "1,2,3"].map(parseQuantity)).toEqual(
      Array(6).fill(null)
    )
  })
})
