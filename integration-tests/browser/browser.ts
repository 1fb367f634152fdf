import { existsSync } from "node:fs"
import { chromium, type Browser, type Page } from "playwright-core"
import { ADMIN } from "./app"

const EXECUTABLE = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium"
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]
const PHONE = { width: 390, height: 844 }
const DESK = { width: 1440, height: 900 }

export async function launchChromium(): Promise<Browser> {
  if (!existsSync(EXECUTABLE)) {
    throw new Error(
      `These tests drive Chromium, and there is none at ${EXECUTABLE}. Install it ` +
        "(`apt-get install chromium`), or set CHROMIUM_PATH to one that is installed."
    )
  }
  return chromium.launch({ executablePath: EXECUTABLE, args: FLAGS })
}

export type Visitor = { language?: "en" | "fr"; phone?: boolean }

/** A page of an administrator who is logged in. */
export async function openAdmin(
  browser: Browser,
  url: string,
  { language = "en", phone = false }: Visitor = {}
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: `${url}/app/`,
    viewport: phone ? PHONE : DESK,
    isMobile: phone,
    hasTouch: phone,
    locale: language === "fr" ? "fr-FR" : "en-US",
    timezoneId: "Europe/Paris",
  })
  await context.addCookies([{ name: "lng", value: language, url }])
  const login = await context.request.post(`${url}/auth/user/emailpass`, { data: ADMIN })
  const { token } = (await login.json()) as { token: string }
  await context.request.post(`${url}/auth/session`, {
    headers: { authorization: `Bearer ${token}` },
  })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  return page
}
