import { Client } from "pg"
import type { AdminReconcileResponse, AdminVerifyResponse } from "../../src/types/http"
import { startApp, type App } from "./app"
import { Market } from "./market"

jest.setTimeout(240_000)

/** A server that is killed like by a power cut, and what the next one makes of it. */
describe("a server killed after a payment was recorded, before Medusa shows what it settles", () => {
  let app: App
  let database: Client
  let market: Market

  beforeAll(async () => {
    app = await startApp()
    database = new Client({ connectionString: app.databaseUrl })
    await database.connect()
    market = await Market.open(app.url)
  })
  afterAll(async () => {
    await database?.end()
    await app?.stop()
  })

  const count = async (query: string) => Number((await database.query(query)).rows[0].count)
  const capturesShown = () => count("select count(*) from capture where created_by like 'clall%'")
  const unshown = () =>
    count("select count(*) from client_order where allocation_version <> projected_version")
  const until = async (isSo: () => Promise<boolean>) => {
    const end = Date.now() + 30_000
    while (!(await isSo())) {
      if (Date.now() > end) throw new Error("It didn't come about in 30 s")
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }

  it.each([
    ["at once", "Ana Diaz", 0],
    ["once a first capture is shown", "Bo Lund", 1],
  ])("%s: the next one finishes it, and credits nothing twice", async (_, name, captures) => {
    const client = await market.addClient(name)
    const orders: string[] = []
    for (let n = 0; n < 3; n++) orders.push((await market.order(client.customer_email!)).id)
    await until(async () => (await market.balanceOf(client.id)) === -90)

    const before = await capturesShown()
    await market.receive(client.id, "cash", 90)
    await until(async () => (await capturesShown()) >= before + captures)
    await app.kill()
    expect(await unshown()).toBeGreaterThan(0)

    await app.restart()
    const { reconcile } = await market.post<AdminReconcileResponse>(
      "/admin/client-ledger/reconcile",
      { full: false, min_age_minutes: 0 }
    )
    expect(reconcile).toMatchObject({ entries_posted: 0, failures: [] })
    for (const id of orders) expect(await market.paymentStatusOf(id)).toBe("captured")
    expect(await market.balanceOf(client.id)).toBe(0)
    expect(await unshown()).toBe(0)
    const { verify } = await market.get<AdminVerifyResponse>(
      "/admin/client-ledger/verify?min_age_minutes=0"
    )
    expect(verify.problems).toEqual([])
  })
})
