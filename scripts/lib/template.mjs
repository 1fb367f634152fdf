import { join } from "node:path"
import { medusa } from "./medusa.mjs"
import { ensureDatabase } from "./postgres.mjs"

/** Who logs into the dashboard in the tests of the screens. */
const ADMINISTRATOR = ["-e", "admin@example.com", "-p", "client-ledger"]
const WITH_ADMINISTRATOR = "migrated_with_administrator"

/**
 * Migrating takes half a minute, and each file of tests has a database of its own. PostgreSQL makes a database as a copy
 * of `template1`: so that one is migrated, once, and once more a copy of it gets an administrator.
 * @param postgres - a server of ours: on anybody else's, `template1` is not ours to change
 * @returns a function that prepares for a suite, and answers what its environment must say besides
 */
export function templatesOn(postgres, { root, directory, env }) {
  const run = (database, ...args) =>
    medusa(root, args, {
      env: { ...env, NODE_OPTIONS: "", DATABASE_URL: postgres.urlOf(database) },
      log: join(directory, `template-${args[0].replace(":", "-")}.log`),
    })
  let isMigrated = false
  return async function prepare(suite) {
    // The module's tests build their own tables alone.
    if (suite !== "http" && suite !== "browser") return {}
    if (!isMigrated) await run("template1", "db:migrate", "--execute-all-links")
    isMigrated = true
    if (suite === "http") return {}
    await ensureDatabase(postgres, WITH_ADMINISTRATOR)
    await run(WITH_ADMINISTRATOR, "user", ...ADMINISTRATOR)
    return { TEMPLATE_DATABASE: WITH_ADMINISTRATOR }
  }
}
