import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { runOrThrow } from "./processes.mjs"

/** What a new Medusa app depends on; the versions are those that this repository is developed with. */
const DEPENDENCIES = ["admin-sdk", "cli", "draft-order", "framework", "medusa"].map(
  (name) => `@medusajs/${name}`
)
const DEV_DEPENDENCIES = ["@swc/core", "react", "react-dom", "ts-node", "typescript", "vite"]

const PROJECT_CONFIG = `projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      storeCors: "http://localhost:8000",
      adminCors: "http://localhost:9000",
      authCors: "http://localhost:9000",
      jwtSecret: "check",
      cookieSecret: "check",
    },
  },`

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
  write("medusa-config.ts", configOf(readFileSync(join(root, "README.md"), "utf8")))
  const install = ["install", "--prefer-offline", "--no-audit", "--no-fund"]
  await runOrThrow("npm", install, { cwd: directory })
  await runOrThrow("npm", [...install, tarball], { cwd: directory })
}

/** The README's own words, with a new app's settings where it leaves them out. */
function configOf(readme) {
  const [, config] = readme.match(/```ts\n(module\.exports = defineConfig\([^]*?)```/) ?? []
  if (!config?.includes("// …\n")) throw new Error("README.md doesn't show a medusa-config.ts")
  const imports = 'import { defineConfig } from "@medusajs/framework/utils"\n\n'
  return imports + config.replace("// …", PROJECT_CONFIG)
}
