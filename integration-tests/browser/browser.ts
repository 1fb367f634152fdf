import { existsSync } from "node:fs"
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core"
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
export const PHONE = { width: 390, height: 844 }
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

export type Visitor = { language?: "en" | "fr"; phone?: boolean; login?: typeof ADMIN }

/** Administrators who are logged in, one for each kind of screen: a second page of theirs comes from the cache. */
export class Visitors {
  private readonly contexts = new Map<string, Promise<BrowserContext>>()

  constructor(
    private readonly browser: Browser,
    private readonly url: string
  ) {}

  async openPage(visitor: Visitor = {}): Promise<Page> {
    const kind = JSON.stringify(visitor)
    const context = this.contexts.get(kind) ?? this.logIn(visitor)
    this.contexts.set(kind, context)
    const page = await (await context).newPage()
    page.setDefaultTimeout(45_000)
    return page
  }

  private async logIn({
    language = "en",
    phone = false,
    login: data = ADMIN,
  }: Visitor): Promise<BrowserContext> {
    const context = await this.browser.newContext({
      baseURL: `${this.url}/app/`,
      viewport: phone ? PHONE : DESK,
      isMobile: phone,
      hasTouch: phone,
      locale: language === "fr" ? "fr-FR" : "en-US",
      timezoneId: "Europe/Paris",
    })
    await context.addCookies([{ name: "lng", value: language, url: this.url }])
    const login = await context.request.post(`${this.url}/auth/user/emailpass`, { data })
    const { token } = (await login.json()) as { token: string }
    await context.request.post(`${this.url}/auth/session`, {
      headers: { authorization: `Bearer ${token}` },
    })
    return context
  }
}

/**
 * Requests to an address reach the server, whose answers are lost on the way back. The browser itself sends them, so that
 * it deals with a connection that was kept alive for too long as it always does.
 * @param url - a pattern in Chromium's own form, in which `*` stands for anything
 * @returns `restore`, after which answers come through again
 */
export async function loseAnswers(page: Page, url: string): Promise<{ restore(): Promise<void> }> {
  const network = await page.context().newCDPSession(page)
  network.on("Fetch.requestPaused", ({ requestId }) => {
    void network.send("Fetch.failRequest", { requestId, errorReason: "ConnectionReset" })
  })
  await network.send("Fetch.enable", { patterns: [{ urlPattern: url, requestStage: "Response" }] })
  return { restore: () => network.detach() }
}
