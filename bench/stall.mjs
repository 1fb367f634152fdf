import { stage } from "../scripts/lib/stages.mjs"
import { interleave, median, ratioOf } from "./lib/rounds.mjs"
import { openMarket, order, promiseOf } from "./lib/market.mjs"
import { countStatements } from "./lib/statements.mjs"

const ROUNDS = 5
const BATCH = 500
const SINGLE = 25
const FEW = 20
const MANY = 200
const CALLERS = 4

/** What the stall's own acts cost: a payment for three orders, many payments at once, the counter's list. */
export async function measureStall({ client, api }) {
  const market = await openMarket(api.url, api.token)
  return [
    await stage("One payment for three orders", () => measureReceipts(client, market)),
    await stage(`${BATCH} payments at once`, () => measureBatch(client, market)),
    await stage("The counter's list", () => measureCounter(client, market)),
  ]
}

async function measureReceipts(client, market) {
  const orders = await threes(client, market, 2 * ROUNDS)
  const receipt = async () => {
    const { account, ids } = orders.pop()
    return timed(async () => {
      await market.admin("/receipts", { client_account_id: account, method: "cheque", amount: 30 })
      await until(
        client,
        `select count(*) = 3 as done from client_order
        where id = any($1) and owed = paid and allocation_version = projected_version`,
        [ids]
      )
    })
  }
  const captures = async () => {
    const { ids } = orders.pop()
    const payments = await Promise.all(ids.map((id) => promiseOf(market, id)))
    return timed(async () => {
      for (const id of payments) await market.admin(`/payments/${id}/capture`, {})
      await until(
        client,
        `select count(*) = 3 as done from client_order
        where id = any($1) and owed = paid`,
        [ids]
      )
    })
  }
  const figures = await interleave(ROUNDS, { receipt: rested(receipt), captures: rested(captures) })
  const seconds = (name) => `${median(figures[name]).toFixed(2)} s`
  return {
    name: "a payment for three orders / three captures",
    ratio: ratioOf(figures.receipt, figures.captures),
    target: "<= 1.5",
    detail: `until Medusa and the ledger show it: ${seconds("receipt")} against ${seconds("captures")}`,
  }
}

/** Clients who owe three orders each. */
async function threes(client, market, clients) {
  const made = []
  for (let n = 0; n < clients; n++) {
    const email = `three${n}@example.com`
    const ids = []
    for (let each = 0; each < 3; each++) ids.push(await order(market, email))
    await until(client, "select count(*) = 3 as done from client_order where id = any($1)", [ids])
    const { rows } = await client.query("select account_id from client_order where id = $1", [
      ids[0],
    ])
    made.push({ account: rows[0].account_id, ids })
  }
  return made
}

async function measureBatch(client, market) {
  const { rows } = await client.query(
    "select account_id as id from client_account_state where account_id like 'clacc_bench%' and entry_count = 0 order by 1 limit $1",
    [BATCH]
  )
  const payment = ({ id }) => ({ client_account_id: id, method: "cash", amount: 5 })
  const post = (path, body) => market.admin(path, body)
  const figures = await interleave(ROUNDS, {
    batch: () => timed(() => post("/receipts/batch", { receipts: rows.map(payment) }), BATCH),
    single: () =>
      timed(async () => {
        for (const row of rows.slice(0, SINGLE)) await post("/receipts", payment(row))
      }, SINGLE),
  })
  const each = (name) => `${(1000 * median(figures[name])).toFixed(2)} ms`
  return {
    name: "one by one / 500 payments at once, per payment",
    ratio: ratioOf(figures.single, figures.batch),
    target: ">= 20",
    detail: `time of a payment: ${each("single")} against ${each("batch")}`,
  }
}

async function measureCounter(client, market) {
  const name = `SQL statements of the counter's list, ${MANY} / ${FEW} expected clients`
  const page = `/client-ledger/counter?limit=${MANY}`
  const expect = (first, last) => expectClients(client, market, first, last)
  await expect(0, FEW)
  const few = await countStatements(client, () => market.admin(page))
  await expect(FEW, MANY)
  const many = await countStatements(client, () => market.admin(page))
  if (few === null || many === null) {
    return { name, ratio: null, target: "<= 1", detail: "not counted: no pg_stat_statements" }
  }
  return { name, ratio: many / few, target: "<= 1", detail: `${many} statements against ${few}` }
}

/** Clients of the same market who have each ordered a basket. */
async function expectClients(client, market, first, last) {
  const next = { at: first }
  const caller = async () => {
    while (next.at < last) await order(market, `counter${next.at++}@example.com`)
  }
  await Promise.all(Array.from({ length: CALLERS }, caller))
  await until(
    client,
    `select count(*) >= $1 as done from client_order o join client_account a on a.id = o.account_id
     where a.customer_email like 'counter%'`,
    [last]
  )
}

/** Seconds that the work takes, each time it is done. */
async function timed(work, times = 1) {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000 / times
}

/** Medusa's events bring about more work a moment after each measure: it isn't to fall on the next one. */
const rested = (measure) => async () => {
  const figure = await measure()
  await new Promise((resolve) => setTimeout(resolve, 1500))
  return figure
}

async function until(client, query, values) {
  const deadline = Date.now() + 60_000
  for (;;) {
    const { rows } = await client.query(query, values)
    if (rows[0].done) return
    if (Date.now() > deadline) throw new Error(`Not done within a minute: ${query}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
