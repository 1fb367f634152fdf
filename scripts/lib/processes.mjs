import { spawn } from "node:child_process"
import { createWriteStream, mkdirSync, readFileSync } from "node:fs"
import { dirname } from "node:path"

const running = new Set()
const cleanups = []
let stopping

/**
 * Starts a program in a process group of its own: a Ctrl-C then reaches this process only, which stops
 * its programs in the right order. Output goes to the terminal, or to the file `log`.
 */
export function start(command, args, { env, cwd, log } = {}) {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: log ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
    detached: process.platform !== "win32",
    shell: process.platform === "win32",
  })
  if (log) {
    mkdirSync(dirname(log), { recursive: true })
    const file = createWriteStream(log)
    child.stdout.pipe(file)
    child.stderr.pipe(file)
  }
  const ended = new Promise((resolve, reject) => {
    child.once("error", reject)
    child.once("close", (code, signal) => resolve(code ?? `signal ${signal}`))
  }).finally(() => running.delete(program))
  const program = { ended, log, stop: (patience) => stop(child, ended, patience) }
  running.add(program)
  return program
}

/** Runs a program to its end and answers its exit code. */
export const run = (command, args, options) => start(command, args, options).ended

/** Runs a program to its end and throws, with the end of its log, when it fails. */
export async function runOrThrow(command, args, options) {
  const code = await run(command, args, options)
  if (code !== 0) {
    const output = options?.log ? `:\n${tail(options.log)}\n(all of it: ${options.log})` : ""
    throw new Error(`\`${[command, ...args].join(" ")}\` ended with ${code}${output}`)
  }
}

/** The last lines of a log. */
export const tail = (log, lines = 30) =>
  readFileSync(log, "utf8").trimEnd().split("\n").slice(-lines).join("\n")

async function stop(child, ended, patience = 8_000) {
  const signal = (name) => {
    try {
      if (process.platform === "win32") child.kill(name)
      else process.kill(-child.pid, name)
    } catch {
      // It has ended already.
    }
  }
  signal("SIGTERM")
  const timer = setTimeout(() => signal("SIGKILL"), patience)
  await ended.catch(() => {})
  clearTimeout(timer)
}

/** What `shutdown` does after it has stopped every program, last registered first. */
export const onShutdown = (cleanup) => cleanups.push(cleanup)

/** Stops every program that was started here, then cleans up. Does it once, however often it is called. */
export function shutdown() {
  stopping ??= (async () => {
    await Promise.all([...running].map((program) => program.stop()))
    while (cleanups.length) await cleanups.pop()()
  })()
  return stopping
}

/** True from the moment that somebody asked to stop. */
export const isStopping = () => Boolean(stopping)

/** Runs `main` and exits with the code that it answers; a Ctrl-C or an error stops everything first. */
export async function runMain(main, { onInterrupt } = {}) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    // npm passes a Ctrl-C on once more: only the first one counts.
    process.on(signal, async () => {
      if (stopping) return
      onInterrupt?.()
      await shutdown()
      process.exit(signal === "SIGINT" ? 130 : 143)
    })
  }
  let code = 1
  try {
    code = await main()
  } catch (error) {
    if (isStopping()) return
    console.error(`\n${error.message}`)
    if (error.cause) console.error(error.cause)
  }
  await shutdown()
  process.exit(code)
}
