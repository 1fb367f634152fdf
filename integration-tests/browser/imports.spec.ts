import { execFile } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { promisify } from "node:util"
import { ADMIN } from "./app"
import { useScreens } from "./screens"

jest.setTimeout(180_000)

const CLI = join(dirname(require.resolve("@medusajs/cli/package.json")), "cli.js")

const screens = useScreens()
const { visit, button, toRead, width } = screens
const row = (text: string) => screens.page.getByRole("row").filter({ hasText: text })
const directory = mkdtempSync(join(tmpdir(), "client-ledger-import-"))
afterAll(() => rmSync(directory, { recursive: true }))

/** The command, as a person types it. */
const run = async (...words: string[]) =>
  promisify(execFile)(
    process.execPath,
    [CLI, "exec", "src/scripts/import-cagette.ts", "from=csv", "currency=eur", ...words],
    { env: { ...process.env, DATABASE_URL: screens.app.databaseUrl, NODE_OPTIONS: "" } }
  )

describe("a market that moves in", () => {
  beforeAll(async () => {
    const file = join(directory, "marche.csv")
    writeFileSync(
      file,
      [
        "email;name;date;type;amount;label;method;pending",
        "ines@example.com;Ines Import;2025-03-01;order;-40;Panier;;",
        "ines@example.com;Ines Import;2025-03-08;payment;15;Chèque;check;",
        "ines@example.com;Ines Import;2025-03-15;payment;25;Sur place;onthespot;yes",
        "otto@example.com;Otto Other;2025-03-01;order;-8;Panier;;",
      ].join("\n")
    )
    await run(`csv=${file}`, "mode=history", "apply", `by=${ADMIN.email}`)
  }, 150_000)

  it("has its report: who has something to read, and the account that came of it", async () => {
    await visit("settings/client-imports")
    await toRead(row("marche.csv"), "Posted")
    await row("marche.csv").click()
    await screens.page.getByRole("heading", { name: /marche\.csv/ }).waitFor()
    await toRead(row("Ines Import"), "Promise to pay at pickup: not posted · +€25.00")
    expect(await row("Otto Other").count()).toBe(0)
    await button("All (2)").click()
    await toRead(row("Otto Other"), "-€8.00")
    const download = screens.page.waitForEvent("download")
    await button("CSV").click()
    expect((await download).suggestedFilename()).toMatch(/^import-.*\.csv$/)
    await row("Ines Import").click()
    await screens.page.waitForURL("**/client-accounts/*")
    await toRead(screens.page.getByTestId("balance-in-words"), "€25.00")
    await toRead(row("Chèque"), "Imported")
  })

  it("is read on a phone in French", async () => {
    await visit("settings/client-imports", { phone: true, language: "fr" })
    await row("marche.csv").tap()
    await toRead(row("Ines Import"), "Promesse de payer sur place : non écrite")
    expect(await width()).toBe(390)
  })
})
