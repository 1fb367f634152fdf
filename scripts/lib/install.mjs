import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { runOrThrow } from "./processes.mjs"

const npm = process.platform === "win32" ? "npm.cmd" : "npm"

/** Why `npm ci` is needed in `root`, or null when node_modules is what package-lock.json says. */
export function whatIsMissing(root) {
  const installedLock = join(root, "node_modules", ".package-lock.json")
  if (!existsSync(installedLock)) return "nothing is installed yet"
  const { packages: wanted } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"))
  const { packages: installed } = JSON.parse(readFileSync(installedLock, "utf8"))
  for (const [path, { version, optional, devOptional, peer, link }] of Object.entries(wanted)) {
    if (path === "" || link) continue
    const there = installed[path]
    if (!there && (optional || devOptional || peer)) continue
    if (there?.version !== version) return `${path} ${version} is missing`
  }
  return null
}

/** Installs exactly what package-lock.json names. `log` keeps npm's own words out of the terminal. */
export const install = (root, { log } = {}) =>
  runOrThrow(npm, ["ci", "--include=dev", "--no-audit", "--no-fund", "--prefer-offline"], {
    cwd: root,
    log,
  })
