import { spawn, type ChildProcess } from "node:child_process"
import { existsSync } from "node:fs"
import { join } from "node:path"
import type { Browser, BrowserContext, Page } from "playwright-core"
import { answers, freePort, startApp, type App } from "./app"
import { launchChromium, PHONE } from "./browser"
import { Market } from "./market"

const STOREFRONT = join(__dirname, "..", "..", "examples", "storefront")
const PASSWORD = "client-ledger"
/** A thumb's width, as the accessibility guidelines have it. */
const THUMB = 44

export const TRANSFER = {
  account_holder: "Le Panier du Canal",
  iban: "FR1420041010050500013M02606",
  bic: "PSSTFRPPTOU",
}

/** The example storefront on a phone, before a running market that takes every on-site method. */
export function useShopfront() {
  const shopfront = {} as { app: App; browser: Browser; market: Market; url: string; page: Page }
  let server: ChildProcess | undefined
  let context: BrowserContext | undefined

  beforeAll(async () => {
    requireBuiltStorefront()
    const port = await freePort()
    shopfront.url = `http://localhost:${port}`
    shopfront.browser = await launchChromium()
    shopfront.app = await startApp({ STORE_CORS: shopfront.url, AUTH_CORS: shopfront.url })
    shopfront.market = await Market.open(shopfront.app.url)
    await shopfront.market.openStall()
    await shopfront.market.post("/admin/client-ledger/settings", {
      methods: {
        cheque: { payee: TRANSFER.account_holder },
        transfer: { enabled: true, ...TRANSFER },
        card_terminal: { enabled: true },
        on_site: { enabled: true },
      },
    })
    server = await serve(port, shopfront.app.url, shopfront.market.publishableKey)
  }, 240_000)

  afterAll(async () => {
    server?.kill()
    await shopfront.browser?.close()
    await shopfront.app?.stop()
  }, 30_000)

  afterEach(() => context?.close())

  return Object.assign(shopfront, {
    /** A phone that has never been here. */
    visit: async (path = "/", language: "en" | "fr" = "en") => {
      context = await shopfront.browser.newContext({
        baseURL: shopfront.url,
        viewport: PHONE,
        isMobile: true,
        hasTouch: true,
        locale: language === "fr" ? "fr-FR" : "en-GB",
        timezoneId: "Europe/Paris",
      })
      shopfront.page = await context.newPage()
      shopfront.page.setDefaultTimeout(30_000)
      await shopfront.page.goto(path, { waitUntil: "commit" })
    },
    logIn: async (email: string, password = PASSWORD) => {
      await shopfront.page.getByLabel(/^E-mail$/).fill(email)
      await shopfront.page.getByLabel(/^(Password|Mot de passe)$/).fill(password)
      await shopfront.page
        .getByRole("button", { name: /^(Log in|Se connecter)$/ })
        .first()
        .tap()
    },
    tap: (name: string | RegExp) =>
      shopfront.page.getByRole("button", { name, exact: typeof name === "string" }).tap(),
    follow: (name: string | RegExp) => shopfront.page.getByRole("link", { name }).first().tap(),
    reads: (text: string | RegExp) => shopfront.page.getByText(text).first().waitFor(),
    balanceReads: (text: string) =>
      shopfront.page.getByTestId("balance").filter({ hasText: text }).waitFor(),
    /** Set when somebody is to look at what the tests see; what a phone must hold is checked in any case. */
    look: async (name: string) => {
      const folder = process.env.SCREENSHOTS
      if (folder) await shopfront.page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
      expect(await fitOf(shopfront.page)).toEqual({ width: PHONE.width, small: [] })
    },
  })
}

function requireBuiltStorefront() {
  if (existsSync(join(STOREFRONT, "dist", "index.html"))) return
  throw new Error(
    "The storefront isn't built. Run `npm test -- browser`, which builds it before these tests."
  )
}

async function serve(port: number, backend: string, key: string): Promise<ChildProcess> {
  const server = spawn(process.execPath, ["serve.mjs"], {
    cwd: STOREFRONT,
    env: {
      ...process.env,
      PORT: String(port),
      MEDUSA_BACKEND_URL: backend,
      PUBLISHABLE_KEY: key,
      MARKET_NAME: "Le Panier du Canal",
      NODE_OPTIONS: "",
    },
    stdio: "ignore",
  })
  await answers(`http://localhost:${port}/config.json`)
  return server
}

/** How wide the page is, and what on it is too small for a thumb. */
const fitOf = (page: Page) =>
  page.evaluate((thumb) => {
    const small = [
      ...document.querySelectorAll<HTMLElement>("button, a, summary, .choice, .switch"),
    ]
      .filter((target) => {
        const { width, height } = target.getBoundingClientRect()
        return width > 0 && (width < thumb || height < thumb)
      })
      .map((target) => target.getAttribute("aria-label") ?? target.innerText)
    return { width: document.documentElement.scrollWidth, small }
  }, THUMB)
