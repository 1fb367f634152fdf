import { createRequire } from "node:module"
import { median, interleave, ratioOf } from "./lib/rounds.mjs"

const { startImporter } = createRequire(import.meta.url)("./lib/importer.cjs")

const MEMBERS = 300
const OPERATIONS = 20_000
const BATCH = 1000
const ROUNDS = 5

/**
 * What it costs to bring a market's history over, beside posting the same entries in batches: reading the foreign database
 * through TypeORM, planning with every difference explained, posting in one transaction, settling, and keeping the report.
 * Medusa's own making of customers isn't in it: the members are known already.
 */
export async function measureImporter({ url, mariadb }) {
  const importer = await startImporter(url)
  const foreign = await importer.makeForeign(mariadb, "cagette", {
    members: MEMBERS,
    operations: OPERATIONS,
  })
  const members = [
    ...Array.from({ length: MEMBERS }, (_, n) => String(n + 1)),
    String(importer.left),
  ]
  const run = Date.now().toString(36)
  let round = 0
  const seconds = async (work) => {
    const began = performance.now()
    const entries = await work()
    if (entries < OPERATIONS * 0.95) throw new Error(`only ${entries} entries were posted`)
    return (performance.now() - began) / 1000
  }
  try {
    const figures = await interleave(ROUNDS, {
      posts: async () => {
        const instance = `p${run}${round++}`
        await importer.know(instance, members)
        const postings = await importer.postingsOf(
          await importer.plan(foreign.url, instance),
          instance
        )
        return seconds(async () => {
          for (let at = 0; at < postings.length; at += BATCH) {
            await importer.service.post(postings.slice(at, at + BATCH))
          }
          return postings.length
        })
      },
      imports: async () => {
        const instance = `i${run}${round++}`
        await importer.know(instance, members)
        return seconds(() => importer.importAll(foreign.url, instance))
      },
    })
    const took = (name) => `${median(figures[name]).toFixed(2)} s`
    return [
      {
        name: `import of ${OPERATIONS} operations / post() in batches`,
        ratio: ratioOf(figures.imports, figures.posts),
        target: "<= 2",
        detail: `${MEMBERS} members from MariaDB: ${took("imports")}, post() ${took("posts")}, median of ${ROUNDS} rounds`,
      },
    ]
  } finally {
    await foreign.drop()
    await importer.stop()
  }
}
