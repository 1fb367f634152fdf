import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { hash } from "./medusa.mjs"
import { runOrThrow } from "./processes.mjs"

/** Builds the example storefront into its dist folder, unless the one there was built from the same sources. */
export async function buildStorefront(root, { log } = {}) {
  const folder = join(root, "examples", "storefront")
  const stamp = join(folder, "dist", ".built-from")
  const sources = hash([
    ...["src", "public", "index.html", "vite.config.ts"].map((path) => join(folder, path)),
    join(root, "package-lock.json"),
  ])
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === sources) return
  const vite = join(root, "node_modules", "vite", "bin", "vite.js")
  await runOrThrow(process.execPath, [vite, "build", "--logLevel", "error"], { cwd: folder, log })
  writeFileSync(stamp, sources)
}
