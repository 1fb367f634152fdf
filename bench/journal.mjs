import { createRequire } from "node:module"
import { Readable, Writable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"
import { duration, stage } from "../scripts/lib/stages.mjs"
import { median } from "./lib/rounds.mjs"

const { startLedgerService, journalFile } = createRequire(import.meta.url)(
  "./lib/ledger-service.cjs"
)

const CURRENCY = "chf"
const ACCOUNTS = 500
const BATCH = 1000
const ROUNDS = 3
/** One page of so many is looked at: collecting garbage takes longer than reading a page. */
const SAMPLED = 3
const FEW = { from: "2026-01-01", to: "2026-01-31", entries: 10_000 }
const MANY = { from: "2026-01-01", to: "2026-02-28", entries: 100_000 }

/** Whether a long journal takes more memory to export than a short one. */
export async function measureJournal({ url }) {
  const { service, stop } = await startLedgerService(url)
  try {
    const took = await stage(`A journal of ${MANY.entries} entries`, () => fill(service))
    return [await stage("Exporting it", () => measureMemory(service, took))]
  } finally {
    await stop()
  }
}

/** Two months, each with its closing. @returns what the second closing, of the most entries, took. */
async function fill(service) {
  const holders = Array.from({ length: ACCOUNTS }, (_, n) => ({
    customer_id: `cus_journal${n}`,
    currency_code: CURRENCY,
    customer_name: `Client no. ${n}`,
  }))
  const accounts = await service.ensureAccounts(holders)
  await post(service, accounts, 0, FEW.entries, "2026-01-15")
  await close(service, accounts[0], FEW.to)
  await post(service, accounts, FEW.entries, MANY.entries, "2026-02-15")
  return close(service, accounts[0], MANY.to)
}

async function post(service, accounts, first, last, value_date) {
  for (let from = first; from < last; from += BATCH) {
    await service.post(
      Array.from({ length: BATCH }, (_, n) => ({
        account_id: accounts[(from + n) % ACCOUNTS].id,
        type: "adjustment",
        amount: n % 2 ? "-1.25" : "1.5",
        source_type: "bench-journal",
        source_id: String(from + n),
        value_date,
      }))
    )
  }
}

/** There is nothing to close without a payment. */
async function close(service, { id }, day) {
  await service.recordReceipts([
    { account_id: id, method: "transfer", amount: "1", value_date: day },
  ])
  const began = performance.now()
  await service.closeDay({ currency_code: CURRENCY, day, opening_float: "0", counted: {} })
  return performance.now() - began
}

async function measureMemory(service, took) {
  const growths = { few: [], many: [] }
  await growth(service, FEW)
  for (let round = 0; round < ROUNDS; round++) {
    growths.few.push(await growth(service, FEW))
    growths.many.push(await growth(service, MANY))
  }
  const [few, many] = [median(growths.few), median(growths.many)]
  const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`
  return {
    name: "memory of an export, 100,000 / 10,000 entries",
    ratio: many / few,
    target: "<= 1.3",
    detail: `${megabytes(many)} against ${megabytes(few)}; the closing of 90,000 entries took ${duration(took)}`,
  }
}

/** The most that an export holds in memory at once, in bytes: what is left whenever garbage was collected on the way. */
async function growth(service, period) {
  collectGarbage()
  const before = process.memoryUsage().heapUsed
  let most = 0
  let lines = 0
  let pages = 0
  const slowReader = new Writable({
    write(chunk, _encoding, done) {
      lines += chunk.toString().split("\r\n").length - 1
      if (pages++ % SAMPLED === 0) {
        collectGarbage()
        most = Math.max(most, process.memoryUsage().heapUsed - before)
      }
      setImmediate(done)
    },
  })
  const text = journalFile(service, { currency_code: CURRENCY, from: period.from, to: period.to })
  await pipeline(Readable.from(text), slowReader)
  if (lines < 2 * period.entries)
    throw new Error(`Only ${lines} lines of ${period.entries} entries`)
  return most
}

setFlagsFromString("--expose-gc")
const collectGarbage = runInNewContext("gc")
