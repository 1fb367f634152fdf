import { mkdirSync, symlinkSync, writeFileSync } from "node:fs"
import { join } from "node:path"

const CONFIG = `const { defineConfig } = require("@medusajs/framework/utils")

module.exports = defineConfig({
  admin: { disable: true },
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      storeCors: "http://localhost:8000",
      adminCors: "http://localhost:9000",
      authCors: "http://localhost:9000",
      jwtSecret: process.env.JWT_SECRET,
      cookieSecret: "bench",
    },
  },
})
`

/** The same Medusa without the plugin, in a folder of its own. @returns the folder. */
export function makeBareShop(root, directory) {
  mkdirSync(join(directory, "src"), { recursive: true })
  symlinkSync(join(root, "node_modules"), join(directory, "node_modules"), "dir")
  // By its dependencies Medusa's CLI knows a project of its own.
  const manifest = { name: "bare-shop", private: true, dependencies: { "@medusajs/medusa": "*" } }
  writeFileSync(join(directory, "package.json"), JSON.stringify(manifest))
  writeFileSync(join(directory, "medusa-config.js"), CONFIG)
  return directory
}
