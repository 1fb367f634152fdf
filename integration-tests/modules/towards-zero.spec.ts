import fc from "fast-check"
import { sqlOf } from "../../src/modules/client-ledger/sql/runner"
import { distancesToZero } from "../../src/modules/client-ledger/sql/towards-zero"
import { totalBalances } from "../../src/modules/client-ledger/sql/balances"
import { dayOf } from "../../src/modules/client-ledger/utils/dates"
import { addAmounts } from "../../src/modules/client-ledger/utils/money"
import { ledgerSuite } from "./support/ledger-suite"
import { orderTarget } from "./support/order-target"

const TODAY = dayOf(new Date())
const daysFrom = (day: string, days: number) =>
  dayOf(new Date(Date.parse(day) + days * 24 * 60 * 60 * 1000))
const daysAgo = (days: number) => daysFrom(TODAY, -days)

ledgerSuite("towards-zero", ({ service, inTransaction, account }) => {
  let runs = 0

  /** An order that owes `owed`, and fell due some days ago. */
  async function order(customerId: string, owed: string, dueOn: string | null, currency = "eur") {
    const order_id = `order_${++runs}`
    await service.recordOrder(
      orderTarget({
        order_id,
        currency_code: currency,
        holder: { customer_id: customerId, currency_code: currency },
        owed,
        ordered_at: `${daysAgo(40)}T10:00:00Z`,
        due_on: dueOn,
      }),
      0
    )
    return order_id
  }
  const debit = (account_id: string, amount: string, days: number) =>
    service.recordManualEntry({
      account_id,
      type: "adjustment",
      amount,
      note: "jar",
      value_date: daysAgo(days),
    })
  const pay = (account_id: string, amount: string, more: { order_ids?: string[] } = {}) =>
    service.recordReceipts([{ account_id, method: "cash", amount, ...more }])

  /** As they are read on a day. */
  const read = (today = TODAY) =>
    inTransaction(async ({ transactionManager }) => {
      const sql = sqlOf({ transactionManager } as Parameters<typeof sqlOf>[0])
      return {
        distances: await distancesToZero(sql, today),
        totals: await totalBalances(sql, today),
      }
    })
  const ages = async (today?: string) => (await read(today)).distances[0]?.debt_ages

  it("tells debts by the days since they fell due, and what isn't due apart", async () => {
    for (const [customer, amount, days] of [
      ["ann", "1", 0],
      ["ann", "2", 1],
      ["ben", "4", 30],
      ["ben", "8", 31],
      ["cleo", "16", 60],
      ["cleo", "32", 61],
      ["dora", "64", 90],
      ["dora", "128", 91],
    ] as const) {
      await order(customer, amount, daysAgo(days))
    }
    expect(await ages()).toEqual({
      not_due: "1",
      days_0_30: "6",
      days_31_60: "24",
      days_61_90: "96",
      older: "128",
    })
  })

  it("counts a debt without an order from its value date, and an order that has no due date from its own", async () => {
    const { id } = await account("ann")
    await debit(id, "-5", 0)
    await debit(id, "-7", 100)
    await order("ben", "3", null)
    expect(await ages()).toMatchObject({
      not_due: "0",
      days_0_30: "5",
      days_31_60: "3",
      older: "7",
    })
  })

  it("leaves out what a credit settles, also where it was given for a younger order", async () => {
    const { id } = await account("ann")
    await debit(id, "-10", 100)
    await order("ann", "20", daysAgo(70))
    const young = await order("ann", "30", daysAgo(5))
    await pay(id, "25", { order_ids: [young] })
    expect(await ages()).toMatchObject({ older: "10", days_61_90: "20", days_0_30: "5" })
    await pay(id, "12")
    expect(await ages()).toMatchObject({ older: "0", days_61_90: "18", days_0_30: "5" })
  })

  it("forgets a debt that was reversed, and is nothing for who is in credit or at zero", async () => {
    const { id } = await account("ann")
    const { ledger_entry } = await debit(id, "-10", 100)
    await service.reverseEntry({ account_id: id, entry_id: ledger_entry.id, note: "mistake" })
    const ben = await account("ben")
    await debit(ben.id, "-10", 100)
    await pay(ben.id, "15")
    expect(Object.values((await ages())!)).toEqual(["0", "0", "0", "0", "0"])
  })

  it("keeps currencies apart", async () => {
    await order("ann", "10", daysAgo(10))
    await order("hiro", "500", daysAgo(50), "jpy")
    const { distances } = await read()
    expect(distances).toMatchObject([
      { currency_code: "eur", debt_ages: { days_0_30: "10" } },
      { currency_code: "jpy", debt_ages: { days_31_60: "500" } },
    ])
  })

  it("finds the credits that have slept for sixty days", async () => {
    const ann = await account("ann")
    const ben = await account("ben")
    await account("cleo")
    await debit((await account("dora")).id, "-5", 0)
    await pay(ann.id, "8")
    await pay(ben.id, "4.5")
    const sleeping = async (today: string) => (await read(today)).distances[0]?.sleeping_credits
    expect(await sleeping(daysFrom(TODAY, 59))).toEqual({ count: 0, amount: "0" })
    expect(await sleeping(daysFrom(TODAY, 60))).toEqual({ count: 2, amount: "12.5" })
  })

  it("adds up to what is owed and what is overdue, whatever was done", async () => {
    const client = fc.constantFrom("ann", "ben", "cleo")
    const cents = fc.integer({ min: 1, max: 900 }).map((n) => (n / 100).toFixed(2))
    const days = fc.integer({ min: -10, max: 120 })
    const act = fc.oneof(
      fc.record({ do: fc.constant("order" as const), client, cents, days }),
      fc.record({ do: fc.constant("debit" as const), client, cents, days: fc.nat(120) }),
      fc.record({ do: fc.constant("pay" as const), client, cents, days }),
      fc.record({ do: fc.constant("pay out" as const), client, cents, days })
    )
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
        for (const each of acts) {
          const { id } = await account(each.client)
          if (each.do === "order") await order(each.client, each.cents, daysAgo(each.days))
          else if (each.do === "debit") await debit(id, `-${each.cents}`, each.days)
          else {
            const direction = each.do === "pay" ? ("in" as const) : ("out" as const)
            const receipt = { account_id: id, direction, method: "cash" as const, confirmed: true }
            await service.recordReceipts([{ ...receipt, amount: each.cents }])
          }
        }
        const { distances, totals } = await read()
        totals.forEach(({ owed, overdue }, n) => {
          const { not_due, ...due } = distances[n]!.debt_ages
          expect(Number(addAmounts(...Object.values(due)))).toBe(Number(overdue))
          expect(Number(addAmounts(not_due, ...Object.values(due)))).toBe(Number(owed))
        })
      }),
      { numRuns: 25 }
    )
  })
})
