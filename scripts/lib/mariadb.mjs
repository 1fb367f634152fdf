import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { createConnection } from "node:net"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { freePort } from "./postgres.mjs"
import { start, tail } from "./processes.mjs"

export const HOW_TO_GET_MARIADB =
  "MariaDB isn't installed (Debian: apt-get install mariadb-server): the tests of the import from Cagette and CAMAP are SKIPPED."

/** Where Debian puts it isn't on everybody's path. */
const SERVERS = ["/usr/sbin/mariadbd", "/usr/local/sbin/mariadbd", "/usr/local/bin/mariadbd"]
const PATIENCE = 30_000

/**
 * Starts a MariaDB of its own in `directory`, on a free port of this machine, with a password that anybody can read here.
 * Answers its address, or null where there is no MariaDB.
 */
export async function startMariadb(directory) {
  const server = SERVERS.find((path) => existsSync(path))
  if (!server) return null
  const data = join(directory, "data")
  const log = join(directory, "log")
  const user = process.getuid?.() === 0 ? ["--user=root"] : []
  const install = spawnSync(
    "mariadb-install-db",
    [
      ...["--no-defaults", `--datadir=${data}`, ...user],
      ...["--auth-root-authentication-method=normal", "--skip-test-db"],
    ],
    { encoding: "utf8" }
  )
  if (install.status !== 0) throw new Error(`mariadb-install-db failed:\n${install.stderr}`)
  const port = await freePort()
  const program = start(
    server,
    [
      ...["--no-defaults", `--datadir=${data}`, ...user, `--port=${port}`],
      ...[
        "--bind-address=127.0.0.1",
        `--socket=${join(directory, "socket")}`,
        "--skip-name-resolve",
      ],
      // The data is thrown away.
      ...["--innodb-flush-log-at-trx-commit=0", "--innodb-doublewrite=0", "--sync-binlog=0"],
    ],
    { log }
  )
  if (!(await answers(port))) throw new Error(`MariaDB did not start:\n${tail(log)}`)
  return { url: `mysql://root@127.0.0.1:${port}`, stop: program.stop }
}

async function answers(port) {
  for (const deadline = Date.now() + PATIENCE; Date.now() < deadline; await wait(100)) {
    if (await connects(port)) return true
  }
  return false
}

const connects = (port) =>
  new Promise((resolve) => {
    const socket = createConnection(port, "127.0.0.1")
    socket.once("connect", () => resolve(true))
    socket.once("error", () => resolve(false))
    socket.once("close", () => socket.destroy())
    socket.once("connect", () => socket.end())
  })
