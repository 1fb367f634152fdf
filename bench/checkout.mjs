import { createRequire } from "node:module"
import { call } from "../scripts/lib/admin-api.mjs"
import { stage } from "../scripts/lib/stages.mjs"
import { complete, fillCart, openMarket } from "./lib/market.mjs"
import { interleave, median } from "./lib/rounds.mjs"
import { countStatements } from "./lib/statements.mjs"

const { startLedgerService } = createRequire(import.meta.url)("./lib/ledger-service.cjs")

const WARM_UP = 5
const ROUNDS = 30
/** Medusa's own provider is in both shops. */
const PROVIDER = "pp_system_default"
const SHORT = { number: 11, entries: 20 }
const LONG = { number: 12, entries: 5000 }

/** What the ledger costs a client: the completion of his cart, and his account's page. */
export async function measureCheckout({ client, url, api, bare }) {
  const shops = {
    ledger: await openMarket(api.url, api.token, PROVIDER),
    bare: await openMarket(bare.url, bare.token, PROVIDER),
  }
  const { headers } = shops.ledger
  return [
    await stage("Completing carts", () => measureCompletion(shops)),
    ...(await stage("The client's account page", () =>
      measureAccountPage(client, url, api, headers)
    )),
  ]
}

async function measureCompletion(shops) {
  const completion = (market) => async () => {
    const cart = await fillCart(market, "client@example.com")
    await rest()
    const began = performance.now()
    await complete(market, cart)
    const took = performance.now() - began
    // The order's sync comes after the answer: it isn't to fall on the next measure.
    await rest()
    return took
  }
  const measures = { ledger: completion(shops.ledger), bare: completion(shops.bare) }
  await interleave(WARM_UP, measures)
  const figures = await interleave(ROUNDS, measures)
  const milliseconds = (name) => `${median(figures[name]).toFixed(1)} ms`
  return {
    name: "completing a cart, with / without the plugin",
    ratio: median(figures.ledger) / median(figures.bare),
    target: "<= 1.05",
    detail: `median of ${ROUNDS}: ${milliseconds("ledger")} against ${milliseconds("bare")}`,
  }
}

const rest = () => new Promise((resolve) => setTimeout(resolve, 500))

async function measureAccountPage(client, url, api, headers) {
  const { service, stop } = await startLedgerService(url)
  try {
    for (const account of [SHORT, LONG]) await fill(service, account)
  } finally {
    await stop()
  }
  const calls = { accounts: "", entries: "/ID/entries?limit=20", statement: "/ID/statement" }
  const counts = async (path) => {
    const results = []
    for (const account of [SHORT, LONG]) {
      const id = idOf("clacc", account)
      const own = { token: api.tokenOf("customer", idOf("cus", account)), headers }
      const page = `${api.url}/store/customers/me/client-accounts${path.replace("ID", id)}`
      results.push(await countStatements(client, () => call(page, own)))
    }
    return results
  }
  const measured = []
  for (const [name, path] of Object.entries(calls)) {
    const [short, long] = await counts(path)
    const counted = short !== null && long !== null
    measured.push({
      name: `SQL statements of the client's ${name}, ${LONG.entries} / ${SHORT.entries} entries`,
      ratio: counted ? long / short : null,
      target: "<= 1",
      detail: counted ? `${long} against ${short}` : "not counted: no pg_stat_statements",
    })
  }
  return measured
}

const idOf = (prefix, { number }) => `${prefix}_bench${String(number).padStart(9, "0")}`

async function fill(service, account) {
  const id = idOf("clacc", account)
  const postings = Array.from({ length: account.entries }, (_, n) => ({
    account_id: id,
    type: "adjustment",
    amount: n % 2 ? "-1.25" : "1.5",
    source_type: "bench",
    source_id: `${id} ${n}`,
  }))
  for (let from = 0; from < postings.length; from += 1000) {
    await service.post(postings.slice(from, from + 1000))
  }
}
