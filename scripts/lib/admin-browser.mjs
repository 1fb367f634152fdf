import { existsSync } from "node:fs"

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

/** Logs into the admin with Chromium, hands the page to `work`, and closes the browser. */
export async function inAdmin({ url, email, password }, work) {
  const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium"
  if (!existsSync(executablePath)) {
    throw new Error(`There is no Chromium at ${executablePath}: install it, or set CHROMIUM_PATH.`)
  }
  const { chromium } = await import("playwright-core")
  const browser = await chromium.launch({ executablePath, args: FLAGS })
  try {
    const page = await browser.newPage({ locale: "en-GB" })
    await page.goto(`${url}/app/login`)
    await page.locator("input[name=email]").fill(email)
    await page.locator("input[name=password]").fill(password)
    await page.locator("button[type=submit]").click()
    await page.waitForURL((address) => !address.pathname.endsWith("/login"), { timeout: 60_000 })
    await work(page)
  } finally {
    await browser.close()
  }
}
