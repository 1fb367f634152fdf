import { readAmount, readDay } from "../written-values"

describe("an amount as people write it", () => {
  it.each([
    ["12.40", "12.40"],
    ["12,40", "12.40"],
    ["-3", "-3"],
    ["−3,5", "-3.5"],
    ["+7", "7"],
    ["1 234,56", "1234.56"],
    ["1\u202f234,56 €", "1234.56"],
    ["1\u00a0234", "1234"],
    ["1.234,56", "1234.56"],
    ["1,234.56", "1234.56"],
    ["1'234.50", "1234.50"],
    ["-1.234.567,8", "-1234567.8"],
    ["1,234,567", "1234567"],
    ["0,00", "0.00"],
  ])("%s is %s", (written, amount) => {
    expect(readAmount(written)).toBe(amount)
  })

  it.each([
    "",
    "-",
    "abc",
    "12.",
    ",5",
    "1e3",
    "NaN",
    "1,23,456",
    "1.2.3,4",
    "12,34.5",
    "1,234.5,6",
    "--1",
    "12 EUR",
  ])("%s is none", (written) => {
    expect(readAmount(written)).toBeNull()
  })
})

describe("a day as people write it", () => {
  it.each([
    ["2026-01-31", "2026-01-31"],
    ["31/01/2026", "2026-01-31"],
    ["1.2.2026", "2026-02-01"],
    [" 2026-01-31 ", "2026-01-31"],
  ])("%s is %s", (written, day) => {
    expect(readDay(written)).toBe(day)
  })

  it.each([
    "",
    "2026-02-30",
    "31/02/2026",
    "13/13/2026",
    "01/01/0000",
    "31-01-2026",
    "yesterday",
    "2026-1-1",
  ])("%s is none", (written) => {
    expect(readDay(written)).toBeNull()
  })
})
