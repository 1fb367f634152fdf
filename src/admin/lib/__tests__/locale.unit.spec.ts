import { dayOf, daysUntil, inWords, isoDay, localeOf } from "../locale"

const inBrowserOf = (...languages: string[]) =>
  Object.defineProperty(globalThis, "navigator", { value: { languages }, configurable: true })

describe("the locale for money and dates", () => {
  it("is the dashboard's language in the browser's variant of it", () => {
    inBrowserOf("fr-CH", "en-GB")
    expect(localeOf("fr")).toBe("fr-CH")
    expect(localeOf("en")).toBe("en-GB")
    expect(localeOf("de")).toBe("de")
    expect(localeOf(undefined)).toBe("en-GB")
  })

  it("understands the languages that Medusa writes without a hyphen", () => {
    expect(localeOf("ptBR")).toBe("pt-BR")
    expect(localeOf("zhCN")).toBe("zh-CN")
  })
})

describe("a day", () => {
  it("stays the same day in every time zone", () => {
    expect(isoDay(dayOf("2026-03-29"))).toBe("2026-03-29")
    expect(isoDay(dayOf("2026-01-01"))).toBe("2026-01-01")
  })

  it("is counted in whole days, also over the change of the clock and at any hour", () => {
    expect(daysUntil("2026-03-30", new Date(2026, 2, 28, 23, 59))).toBe(2)
    expect(daysUntil("2026-11-24", new Date(2026, 10, 24, 0, 1))).toBe(0)
    expect(daysUntil("2026-11-12", new Date(2026, 10, 24, 12))).toBe(-12)
  })
})

describe("a number of days", () => {
  it("is said in days, then in weeks, and in months from two on", () => {
    expect([0, -1, -13, 13].map(inWords)).toEqual([
      { value: 0, unit: "day" },
      { value: -1, unit: "day" },
      { value: -13, unit: "day" },
      { value: 13, unit: "day" },
    ])
    expect([-14, -20, -59].map(inWords)).toEqual([
      { value: -2, unit: "week" },
      { value: -2, unit: "week" },
      { value: -8, unit: "week" },
    ])
    expect([-60, -125].map(inWords)).toEqual([
      { value: -2, unit: "month" },
      { value: -4, unit: "month" },
    ])
  })
})
