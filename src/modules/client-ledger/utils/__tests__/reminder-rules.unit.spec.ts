import { type OverdueAccount, reminderSkip } from "../reminder-rules"

const TODAY = "2026-11-24"
const RULES = { reminder_min_days: 7, reminder_floor: "5", reminder_pause_days: 14 }
const of = (account: Partial<OverdueAccount>, rules: Partial<typeof RULES> = {}) =>
  reminderSkip(
    {
      customer_email: "client@example.com",
      no_reminders: false,
      overdue: "12.4",
      overdue_since: "2026-11-01",
      last_reminded_at: null,
      ...account,
    },
    { ...RULES, ...rules },
    TODAY
  )

describe("who is reminded", () => {
  it("is overdue long enough, with enough", () => {
    expect(of({})).toBeNull()
    expect(of({ overdue: "5.00" })).toBeNull()
    expect(of({ overdue: "4.99" })).toBe("below_floor")
    expect(of({ overdue_since: "2026-11-17" })).toBeNull()
    expect(of({ overdue_since: "2026-11-18" })).toBe("too_recent")
  })

  it("is anybody overdue where the market wants no floor and no delay", () => {
    const none = { reminder_floor: "0", reminder_min_days: 0, reminder_pause_days: 0 }
    const late = { overdue: "0.01", overdue_since: "2026-11-23" }
    expect(of({ ...late, last_reminded_at: "2026-11-24T08:00:00Z" }, none)).toBeNull()
  })

  it("has an address, and didn't ask to be left alone", () => {
    expect(of({ customer_email: null })).toBe("no_email")
    expect(of({ no_reminders: true })).toBe("opted_out")
    expect(of({ no_reminders: true, customer_email: null, overdue: "1" })).toBe("opted_out")
  })

  it("was not reminded for some days", () => {
    expect(of({ last_reminded_at: new Date("2026-11-10T23:59:59Z") })).toBeNull()
    expect(of({ last_reminded_at: "2026-11-11T00:00:00Z" })).toBe("paused")
  })
})
