import type { Browser, Locator, Page } from "playwright-core"
import { startApp, type App } from "./app"
import { launchChromium, Visitors, type Visitor } from "./browser"
import { Market } from "./market"

/**
 * A running market and the page that a test looks at, opened once for the tests of a file.
 * @param settings - what the server's environment says besides
 */
export function useScreens(settings: Record<string, string> = {}) {
  const screens = {} as {
    app: App
    browser: Browser
    visitors: Visitors
    page: Page
    market: Market
  }

  beforeAll(async () => {
    screens.browser = await launchChromium()
    screens.app = await startApp(settings)
    screens.market = await Market.open(screens.app.url)
    screens.visitors = new Visitors(screens.browser, screens.app.url)
  }, 240_000)

  afterAll(async () => {
    await screens.browser?.close()
    await screens.app?.stop()
  }, 30_000)

  afterEach(() => screens.page?.close())

  return Object.assign(screens, {
    visit: async (path: string, visitor?: Visitor) => {
      screens.page = await screens.visitors.openPage(visitor)
      await screens.page.goto(path, { waitUntil: "commit" })
    },
    button: (name: string) => screens.page.getByRole("button", { name, exact: true }),
    amount: (name: string) => screens.page.getByRole("textbox", { name, exact: true }),
    toRead: (locator: Locator, text: string) => locator.filter({ hasText: text }).waitFor(),
    /** Wider than the window, it would have to be pushed sideways. */
    width: () => screens.page.evaluate(() => document.documentElement.scrollWidth),
  })
}
