import fc from "fast-check"
import { ledgerSuite } from "./support/ledger-suite"
import { orderTarget } from "./support/order-target"

const CLIENTS = ["ann", "ben"]

const client = fc.nat(CLIENTS.length - 1)
const nth = fc.nat(5)
// Small and whole: amounts meet, so that debts are settled to the cent and credits used up.
const amount = fc.integer({ min: 1, max: 6 })
const act = fc.oneof(
  fc.record({ do: fc.constant("order" as const), client, amount }),
  fc.record({ do: fc.constant("edit" as const), nth, amount }),
  fc.record({ do: fc.constant("cancel" as const), nth }),
  fc.record({ do: fc.constant("give to" as const), nth, client }),
  fc.record({
    do: fc.constant("pay" as const),
    client,
    amount,
    for: fc.array(nth, { maxLength: 2 }),
  }),
  fc.record({ do: fc.constant("pay out" as const), client, amount }),
  fc.record({
    do: fc.constant("adjust" as const),
    client,
    amount: fc.integer({ min: -5, max: 5 }),
  }),
  fc.record({ do: fc.constant("move" as const), client, amount }),
  fc.record({ do: fc.constant("reverse" as const), nth })
)
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never
type Order = { id: string; client: number; owed: number }

ledgerSuite("allocations", ({ service, run, account }) => {
  let runs = 0

  /** A market of two clients, and what was done in it. */
  async function open() {
    const market = `run_${++runs}`
    const customers = CLIENTS.map((name) => `${market}_${name}`)
    const accounts = await Promise.all(customers.map((customer) => account(customer)))
    return {
      market,
      customers,
      accounts: accounts.map(({ id }) => id),
      orders: [] as Order[],
      receipts: [] as string[],
    }
  }
  type Market = Awaited<ReturnType<typeof open>>

  const at = <Item>(list: Item[], n: number) => (list.length ? list[n % list.length] : undefined)

  async function sync(market: Market, order: Order) {
    const holder = { customer_id: market.customers[order.client]!, currency_code: "eur" }
    const target = orderTarget({ order_id: order.id, holder, owed: String(order.owed) })
    await service.recordOrder(target, await service.orderVersion(order.id))
  }

  async function receive(market: Market, given: Extract<Act, { do: "pay" }>) {
    const own = market.orders.filter((order) => order.client === given.client)
    const order_ids = given.for.flatMap((n) => at(own, n)?.id ?? [])
    const [recorded] = await service.recordReceipts([
      {
        account_id: market.accounts[given.client]!,
        method: "cash",
        amount: given.amount,
        order_ids: [...new Set(order_ids)],
      },
    ])
    market.receipts.push(recorded!.receipt.id)
  }

  async function perform(market: Market, given: Act) {
    if (given.do === "order") {
      const id = `${market.market}_order_${market.orders.length}`
      const order = { id, client: given.client, owed: given.amount }
      market.orders.push(order)
      return sync(market, order)
    }
    if (given.do === "pay") return receive(market, given)
    if (given.do === "reverse") {
      const [receipt_id] = market.receipts.splice(given.nth % (market.receipts.length || 1), 1)
      return receipt_id && service.reverseReceipt({ receipt_id, note: "why" })
    }
    if (given.do === "edit" || given.do === "cancel" || given.do === "give to") {
      const order = at(market.orders, given.nth)
      if (!order) return
      if (given.do === "give to") order.client = given.client
      else order.owed = given.do === "edit" ? given.amount : 0
      return sync(market, order)
    }
    const account_id = market.accounts[given.client]!
    if (given.do === "pay out") {
      const payout = { account_id, direction: "out", method: "cash", confirmed: true } as const
      return service.recordReceipts([{ ...payout, amount: given.amount }])
    }
    if (given.do === "move") {
      const to_account_id = market.accounts[1 - given.client]!
      const { amount } = given
      return service.recordTransfer({
        from_account_id: account_id,
        to_account_id,
        amount,
        note: "why",
      })
    }
    if (given.amount === 0) return
    const { amount } = given
    return service.recordManualEntry({ account_id, type: "adjustment", amount, note: "why" })
  }

  type Part = { account_id: string; credit_id: string; debt_id: string; amount: string }
  const partsOf = (market: Market) =>
    run<Part>(
      `select account_id, credit_id, debt_id, trim_scale(amount)::text as amount from client_allocation
       where account_id = any(string_to_array(?, ',')) and amount > 0 order by account_id, credit_id, debt_id`,
      [market.accounts.join(",")]
    )

  /** What each credit and debt of an account comes to, from its entries. */
  const movesOf = (market: Market) =>
    run<{ account_id: string; id: string; amount: string }>(
      `select account_id, case when source_type = 'order' then order_id else coalesce(receipt_id, reverses_id, id) end as id,
         trim_scale(sum(amount))::text as amount
       from client_ledger_entry where account_id = any(string_to_array(?, ',')) group by 1, 2 having sum(amount) <> 0`,
      [market.accounts.join(",")]
    )

  async function check(market: Market) {
    const parts = await partsOf(market)
    const moves = await movesOf(market)
    const sum = (list: { amount: string }[]) =>
      list.reduce((total, { amount }) => total + Number(amount), 0)
    for (const account_id of market.accounts) {
      const own = moves.filter((move) => move.account_id === account_id)
      const settled = parts.filter((part) => part.account_id === account_id)
      for (const move of own) {
        const used = sum(settled.filter((part) => [part.credit_id, part.debt_id].includes(move.id)))
        expect(used).toBeLessThanOrEqual(Math.abs(Number(move.amount)))
      }
      // Nothing is left on both sides: whoever has money in reserve owes nothing.
      const credits = sum(own.filter(({ amount }) => Number(amount) > 0))
      const debts = Math.abs(sum(own.filter(({ amount }) => Number(amount) < 0)))
      expect(sum(settled)).toBe(Math.min(credits, debts))
    }
    const records = await service.findOrders(market.orders.map(({ id }) => id))
    for (const { id, owed, paid, expected } of records) {
      expect(Number(paid)).toBe(sum(parts.filter(({ debt_id }) => debt_id === id)))
      expect(Number(expected)).toBe(Number(owed) - Number(paid))
    }
  }

  afterEach(async () => {
    expect((await service.verifyLedger()).problems).toEqual([])
  })

  it("never settles more than an order owes or a credit holds, and leaves nothing on both sides", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 8, maxLength: 25 }), async (acts) => {
        const market = await open()
        for (const given of acts) {
          await perform(market, given)
          await check(market)
        }
      }),
      { numRuns: 20 }
    )
  })

  it("is restored to what it was by reversing a payment, for whatever orders it was given", async () => {
    const pay = fc.record({
      do: fc.constant("pay" as const),
      client,
      amount,
      for: fc.array(nth, { maxLength: 2 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 15 }), pay, async (acts, payment) => {
        const market = await open()
        for (const given of acts) await perform(market, given)
        const before = await partsOf(market)
        await receive(market, payment)
        await service.reverseReceipt({ receipt_id: market.receipts.pop()!, note: "why" })
        expect(await partsOf(market)).toEqual(before)
      }),
      { numRuns: 20 }
    )
  })

  it("comes out the same when two clients' payments and orders are recorded at the same moment", async () => {
    const market = await open()
    await perform(market, { do: "order", client: 0, amount: 6 })
    await perform(market, { do: "order", client: 1, amount: 6 })
    const pay = (who: number, amount: number) =>
      receive(market, { do: "pay", client: who, amount, for: [] })
    const give = (nth: number, who: number) => perform(market, { do: "give to", nth, client: who })
    await Promise.all([pay(0, 2), pay(1, 3), pay(0, 4), pay(1, 1), give(0, 1), give(1, 0)])
    await check(market)
    const [order] = await service.findOrders([market.orders[0]!.id])
    expect(order!.account_id).toBe(market.accounts[1])
  })
})
