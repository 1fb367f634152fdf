import { createRequire } from "node:module"
import { stage } from "../scripts/lib/stages.mjs"
import { interleave, median, rate, ratioOf } from "./lib/rounds.mjs"
import { countStatements, runFile } from "./lib/statements.mjs"

const { startLedgerService, statementOfBalanceList } = createRequire(import.meta.url)(
  "./lib/ledger-service.cjs"
)

const CALLERS = 8
const ROUNDS = 5
const SMALL = 10_000
const LARGE = 1_000_000
const SHORT_ACCOUNT = { id: "clacc_bench000000001", entries: 100 }
const LONG_ACCOUNT = { id: "clacc_bench000000002", entries: 100_000 }

/** What a page of the admin API costs, beside Medusa's own and beside itself on more rows. */
export async function measurePages({ client, url, api: { get: api } }) {
  const { service, stop } = await startLedgerService(url)
  try {
    await stage(`Filling an account with ${LONG_ACCOUNT.entries} entries`, async () => {
      for (const account of [SHORT_ACCOUNT, LONG_ACCOUNT]) await fill(service, account)
    })
    return [
      ...(await stage("Pages over HTTP", () => measureHttp(api))),
      await stage("Counting statements", () => countPage(client, api)),
      await stage("Posting to a long account", () => measurePosts(service)),
      await stage(`The list at ${LARGE} accounts`, () => measureList(client)),
    ]
  } finally {
    await stop()
  }
}

async function fill(service, { id, entries }) {
  const [, there] = await service.listAccountEntries(id, { limit: 1, offset: 0 })
  for (let from = there; from < entries; from += 1000) {
    const count = Math.min(1000, entries - from)
    await service.post(Array.from({ length: count }, (_, n) => posting(id, from + n)))
  }
}

const posting = (account_id, n) => ({
  account_id,
  type: "adjustment",
  amount: n % 2 ? "-1.25" : "1.5",
  source_type: "bench",
  source_id: `${account_id} ${n}`,
})

const ACCOUNTS_PAGE = "/admin/client-accounts?limit=20&order=balance"
const CUSTOMERS_PAGE = "/admin/customers?limit=20"
const entriesPage = ({ id }) => `/admin/client-accounts/${id}/entries?limit=20`

async function measureHttp(api) {
  const pages = {
    customers: CUSTOMERS_PAGE,
    accounts: ACCOUNTS_PAGE,
    short: entriesPage(SHORT_ACCOUNT),
    long: entriesPage(LONG_ACCOUNT),
  }
  for (const path of Object.values(pages)) await rate(CALLERS, 1, () => api(path))
  const figures = await interleave(
    ROUNDS,
    Object.fromEntries(
      Object.entries(pages).map(([name, path]) => [name, () => rate(CALLERS, 2, () => api(path))])
    )
  )
  const perSecond = (name) => `${Math.round(median(figures[name]))}/s`
  return [
    {
      name: "accounts by balance / Medusa's customers",
      ratio: ratioOf(figures.accounts, figures.customers),
      target: ">= 0.8",
      detail: `requests: ${perSecond("accounts")} against ${perSecond("customers")}, ${CALLERS} clients`,
    },
    {
      name: "account page, 100,000 / 100 entries",
      ratio: ratioOf(figures.short, figures.long),
      target: "<= 1.5",
      detail: `time of a page of 20; requests: ${perSecond("long")} against ${perSecond("short")}`,
    },
  ]
}

async function countPage(client, api) {
  const name = "SQL statements of a page of accounts"
  const target = "<= 4"
  const ratio = await countStatements(client, () => api(ACCOUNTS_PAGE))
  if (ratio === null) return { name, ratio, target, detail: "not counted: no pg_stat_statements" }
  return { name, ratio, target, detail: "mean of 25 requests" }
}

async function measurePosts(service) {
  let n = LONG_ACCOUNT.entries
  const postTo =
    ({ id }) =>
    () =>
      rate(1, 1, () => service.post([posting(id, n++)]))
  const figures = await interleave(ROUNDS, {
    short: postTo(SHORT_ACCOUNT),
    long: postTo(LONG_ACCOUNT),
  })
  return {
    name: "posting, 100,000 / 100 entries",
    ratio: ratioOf(figures.short, figures.long),
    target: "<= 1.5",
    detail: `time of post(), one caller; ${Math.round(median(figures.long))}/s against ${Math.round(median(figures.short))}/s`,
  }
}

async function measureList(client) {
  const { text, values } = await statementOfBalanceList()
  for (const accounts of [SMALL, LARGE]) await runFile(client, "markets.sql", { accounts })
  const time = (accounts) => async () => {
    await client.query(`set search_path = market_${accounts}, public`)
    return 1 / (await rate(1, 1, () => client.query(text, values)))
  }
  const figures = await interleave(ROUNDS, { small: time(SMALL), large: time(LARGE) })
  await client.query("reset search_path")
  const milliseconds = (name) => `${(1000 * median(figures[name])).toFixed(2)} ms`
  return {
    name: "rows of the list, 1,000,000 / 10,000 accounts",
    ratio: ratioOf(figures.large, figures.small),
    target: "<= 1.5",
    detail: `time of the statement, by balance: ${milliseconds("large")} against ${milliseconds("small")}`,
  }
}
