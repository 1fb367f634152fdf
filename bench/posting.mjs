import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { pgbench } from "./lib/pgbench.mjs"
import { interleave, rate, ratioOf, median } from "./lib/rounds.mjs"

const sql = (name) => join(dirname(fileURLToPath(import.meta.url)), "sql", name)
const { startLedgerService } = createRequire(import.meta.url)("./lib/ledger-service.cjs")

const CALLERS = 8
const BATCH = 1000

/** What a posting costs, beside the least that it could cost. */
export async function measurePosting({ program, url, accounts, rounds, seconds }) {
  const { service, stop } = await startLedgerService(url)
  const run = (script, among) => () =>
    pgbench(program, { url, script: sql(script), seconds, accounts: among, clients: CALLERS })
  const post = () => service.post([posting(anyOf(accounts))])
  // As an import does: each batch over clients of its own.
  const batch = (caller) =>
    service.post(Array.from({ length: BATCH }, (_, n) => posting(1 + caller * BATCH + n)))
  try {
    const figures = await interleave(rounds, {
      bare: run("bare.sql", accounts),
      call: run("post.sql", accounts),
      node: () => rate(CALLERS, seconds, post),
      batch: async () => BATCH * (await run("batch.sql", accounts)()),
      nodeBatch: async () => BATCH * (await rate(CALLERS, seconds, batch)),
      bareHot: run("bare.sql", 1),
      callHot: run("post.sql", 1),
    })
    return report(figures, rounds)
  } finally {
    await stop()
  }
}

function report(figures, rounds) {
  const perSecond = (name) => `${Math.round(median(figures[name]))}/s`
  const against = (name, base, what) =>
    `${what}: ${perSecond(name)}, bare ${perSecond(base)}, median of ${rounds} rounds`
  const result = (name, figure, base, target, what) => ({
    name,
    ratio: ratioOf(figures[figure], figures[base]),
    target: `>= ${target}`,
    detail: against(figure, base, what),
  })
  const batches = `pgbench, ${CALLERS} clients (from Node ${perSecond("nodeBatch")})`
  return [
    result("posting call / bare", "call", "bare", 0.7, `pgbench, ${CALLERS} clients`),
    result("post() from Node / bare", "node", "bare", 0.35, `${CALLERS} callers`),
    result(`batches of ${BATCH} / bare, per entry`, "batch", "bare", 5, batches),
    result("one hot account / bare on one row", "callHot", "bareHot", 0.8, `${CALLERS} clients`),
  ]
}

let posted = 0
const started = Date.now().toString(36)

const anyOf = (accounts) => 1 + Math.floor(Math.random() * accounts)

function posting(account) {
  const order = `order_${started}${String(posted++).padStart(9, "0")}`
  return {
    account_id: `clacc_bench${String(account).padStart(9, "0")}`,
    type: "order",
    amount: `${Math.floor(Math.random() * 400) - 200}.37`,
    source_type: "order",
    source_id: order,
    order_id: order,
  }
}
