import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { runOrThrow } from "./processes.mjs"

/** What a new Medusa app depends on; the versions are those that this repository is developed with. */
const DEPENDENCIES = ["admin-sdk", "cli", "draft-order", "framework", "medusa"].map(
  (name) => `@medusajs/${name}`
)
const DEV_DEPENDENCIES = ["@swc/core", "react", "react-dom", "ts-node", "typescript", "vite"]

const CONFIG = `import { defineConfig } from "@medusajs/framework/utils"

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      storeCors: "http://localhost:8000",
      adminCors: "http://localhost:9000",
      authCors: "http://localhost:9000",
      jwtSecret: "check",
      cookieSecret: "check",
    },
  },
  plugins: [{ resolve: "medusa-plugin-client-ledger", options: {} }],
  modules: [
    {
      resolve: "@medusajs/medusa/payment",
      options: {
        providers: [
          { resolve: "medusa-plugin-client-ledger/providers/on-site-payment", id: "market" },
        ],
      },
    },
  ],
})
`

const TSCONFIG = {
  compilerOptions: {
    target: "ES2022",
    module: "Node16",
    moduleResolution: "Node16",
    esModuleInterop: true,
    experimentalDecorators: true,
    emitDecoratorMetadata: true,
    skipLibCheck: true,
    rootDir: "./",
    outDir: "./.medusa/server",
    jsx: "react-jsx",
  },
  "ts-node": { swc: true },
  include: ["**/*"],
  exclude: ["node_modules", ".medusa", "dist"],
}

/** Makes a Medusa app in `directory`, and installs the packed plugin as its README says. */
export async function makeSecondApp({ root, directory, tarball }) {
  const { devDependencies: versions } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
  const pick = (names) => Object.fromEntries(names.map((name) => [name, versions[name]]))
  mkdirSync(join(directory, "src"), { recursive: true })
  const write = (file, content) => writeFileSync(join(directory, file), content)
  write(
    "package.json",
    JSON.stringify({
      name: "second-shop",
      version: "1.0.0",
      private: true,
      dependencies: pick(DEPENDENCIES),
      devDependencies: pick(DEV_DEPENDENCIES),
    })
  )
  write("tsconfig.json", JSON.stringify(TSCONFIG))
  write("medusa-config.ts", CONFIG)
  const install = ["install", "--prefer-offline", "--no-audit", "--no-fund"]
  await runOrThrow("npm", install, { cwd: directory })
  await runOrThrow("npm", [...install, tarball], { cwd: directory })
}
