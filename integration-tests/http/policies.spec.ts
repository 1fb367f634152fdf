import { readdirSync } from "node:fs"
import { join } from "node:path"
import type { MedusaContainer } from "@medusajs/framework/types"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { policyRoutes } from "../../src/api/admin/policies"
import { ALL_RIGHTS, CLIENT_LEDGER, type Right } from "../../src/policies/client-ledger"
import { createAdmin, createHelper, type Login } from "../fixtures/admin"
import { request } from "../fixtures/http"
import { createCustomer } from "../fixtures/store"

jest.setTimeout(180_000)

// Before the configuration is read: Medusa's list of modules depends on it.
process.env.MEDUSA_FF_RBAC = "true"

const API = join(__dirname, "../../src/api")

const FILES = readdirSync(join(API, "admin"), { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith("route.ts")
)
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"]

/** The methods that a file answers: whatever it exports of those, as Medusa sees it. */
const methodsOf = (file: string) =>
  Object.keys(jest.requireActual(join(API, "admin", file))).filter((name) => METHODS.includes(name))

/** Each route of the admin's API, as [method, path], from the files that Medusa reads. */
const ROUTES = FILES.flatMap((file) => {
  const path = `/admin/${file.replace("/route.ts", "").replace(/\[(\w+)\]/g, ":$1")}`
  return methodsOf(file).map((method) => [method, path] as const)
}).sort(([, a], [, b]) => a.localeCompare(b))

/** The rights that a route asks for. */
const rightsOf = (method: string, path: string) =>
  policyRoutes
    .filter((route) => route.matcher === path && route.methods?.includes(method as "GET"))
    .flatMap(({ policies }) => [policies ?? []].flat())
    .map(({ operation }) => operation as Right)

const ALL = [...new Set(policyRoutes.flatMap(({ policies }) => [policies ?? []].flat()))]
  .map(({ operation }) => operation as Right)
  .filter((right, index, rights) => rights.indexOf(right) === index)

medusaIntegrationTestRunner({
  dbName: "client-ledger-policies",
  testSuite: ({ api, getContainer }) => {
    let container: MedusaContainer
    const helpers = {} as Record<Right | "nobody" | "everything", Login>

    beforeAll(async () => {
      container = getContainer()
      helpers.nobody = await createHelper(container, [])
      helpers.everything = await createHelper(container, ["*"])
      for (const right of ALL) helpers[right] = await createHelper(container, [right])
    })

    const call = (method: string, path: string, who: Login) => {
      const url = path.replace(/:\w+/g, "none")
      const agent = request(api)
      return (method === "GET" ? agent.get(url) : agent.post(url)).set(who.headers)
    }

    it("each route asks for a right, and who hasn't got it is refused", async () => {
      const wrong: string[] = []
      for (const [method, path] of ROUTES) {
        const asked = rightsOf(method, path)
        for (const who of ["nobody", "everything", ...ALL] as const) {
          const { status } = await call(method, path, helpers[who])
          const isEnough = who === "everything" || (asked.length === 1 && asked[0] === who)
          if ((status !== 403) !== isEnough) wrong.push(`${who}: ${method} ${path} ${status}`)
        }
      }
      expect(wrong).toEqual([])
    })

    it("who has all the rights that a route asks for is let in, and none is asked for in vain", async () => {
      for (const [method, path] of ROUTES.filter((route) => rightsOf(...route).length > 1)) {
        const helper = await createHelper(container, rightsOf(method, path))
        expect((await call(method, path, helper)).status).not.toBe(403)
      }
      expect([...ALL].sort()).toEqual([...ALL_RIGHTS].sort())
    })

    it("who is logged in without any role is refused everywhere", async () => {
      const stranger = await createAdmin(container, "stranger@example.com")
      for (const [method, path] of ROUTES) {
        expect([method, path, (await call(method, path, stranger)).status]).toEqual([
          method,
          path,
          403,
        ])
      }
    })

    it("every file answers something, only by methods that this test tries", () => {
      for (const file of FILES) expect([file, methodsOf(file).length]).not.toEqual([file, 0])
      for (const [method] of ROUTES) expect(["GET", "POST"]).toContain(method)
    })

    it("no policy guards a route that isn't there", () => {
      const routes = ROUTES.map(([method, path]) => `${method} ${path}`)
      for (const { methods, matcher } of policyRoutes) {
        expect(routes).toContain(`${methods?.[0]} ${String(matcher)}`)
      }
    })

    it("who records money in may not pay it out", async () => {
      const customer = await createCustomer(container)
      const record = (who: Login, direction: "in" | "out") =>
        request(api)
          .post("/admin/receipts")
          .set(who.headers)
          .send({
            ...{ customer_id: customer.id, currency_code: "eur", method: "cash" },
            ...{ amount: 5, direction },
          })
      await record(helpers.record, "in").expect(200)
      const { body } = await record(helpers.record, "out").expect(403)
      expect(body.message).toContain(`${CLIENT_LEDGER}:pay_out`)
      const both = await createHelper(container, ["record", "pay_out"])
      await record(both, "out").expect(200)
    })

    it("a role's rights are told to the screens", async () => {
      const { body } = await request(api)
        .get("/admin/rbac/me/permissions")
        .set(helpers.record.headers)
        .expect(200)
      expect(body.permissions).toEqual([`${CLIENT_LEDGER}:record`])
    })
  },
})
