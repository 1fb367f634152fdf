import { readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const directory = join(dirname(fileURLToPath(import.meta.url)), "..", "sql")

/** The statements of a file in bench/sql. */
export const statementsOf = (file) =>
  readFileSync(join(directory, file), "utf8")
    .split(/;\s*$/m)
    .map((statement) => statement.trim())
    .filter(Boolean)

/**
 * How many SQL statements a call takes, by `pg_stat_statements`: the mean over some calls; null where they can't be
 * counted.
 */
export async function countStatements(client, call, times = 25) {
  try {
    await client.query("create extension if not exists pg_stat_statements")
    await client.query("select pg_stat_statements_reset()")
  } catch {
    return null
  }
  for (let n = 0; n < times; n++) await call()
  const { rows } = await client.query(
    `select sum(calls)::int as calls from pg_stat_statements
     where dbid = (select oid from pg_database where datname = current_database())
       and query not like '%pg_stat_statements%'`
  )
  return rows[0].calls / times
}

/** Runs a file's statements with the numbers that they ask for. */
export async function runFile(client, file, values = {}) {
  for (const statement of statementsOf(file)) {
    await client.query(statement.replace(/:(\w+)\b/g, (all, name) => values[name] ?? all))
  }
}
