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

/** Runs a file's statements with the numbers that they ask for. */
export async function runFile(client, file, values = {}) {
  for (const statement of statementsOf(file)) {
    await client.query(statement.replace(/:(\w+)\b/g, (all, name) => values[name] ?? all))
  }
}
