import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { AdminClientAccount, JournalFormat } from "../../src/types/http"
import { request } from "../fixtures/http"
import { entriesOf, eventually, ledgerOf } from "../fixtures/ledger"
import { PAID_AT_ONCE, useMarket } from "../fixtures/market"
import {
  beanCheck,
  hledgerBalances,
  hledgerCheck,
  ORACLES,
} from "../fixtures/plain-text-accounting"
import { checkout } from "../fixtures/shop"
import { createCustomer, type CustomerFixture } from "../fixtures/store"

jest.setTimeout(240_000)

const JOURNAL = "/admin/client-ledger/journal"
const ALL_DAYS = "from=2020-01-01&to=2099-12-31"

type Body = Record<string, unknown>

medusaIntegrationTestRunner({
  dbName: "client-ledger-journal",
  testSuite: ({ api, getContainer }) => {
    const market = useMarket(api, getContainer)
    const get = (path: string) => request(api).get(path).set(market.admin.headers)
    const post = (path: string, body: Body = {}) =>
      request(api).post(path).set(market.admin.headers).send(body)
    const exported = async (format: JournalFormat, period = ALL_DAYS) => {
      const answer = await get(`${JOURNAL}/export?format=${format}&${period}`).expect(200)
      return {
        text: answer.text,
        name: /filename="(.*)"/.exec(answer.headers["content-disposition"] as string)![1]!,
      }
    }
    /** A file in FEC format, its lines by the names of their columns. */
    const fecRows = (text: string) => {
      const [header, ...lines] = text.split("\r\n").filter(Boolean)
      const columns = header!.split("\t")
      return lines.map(
        (line) =>
          Object.fromEntries(
            line.split("\t").map((value, index) => [columns[index]!, value])
          ) as Record<string, string>
      )
    }
    const receive = async (
      client: CustomerFixture,
      method: string,
      amount: number,
      more?: Body
    ) => {
      const { body } = await post("/admin/receipts", {
        ...{ customer_id: client.id, currency_code: "eur", method, amount, confirmed: true },
        ...more,
      }).expect(200)
      return body.receipt as { id: string; client_account_id: string }
    }
    const accounts = async () => {
      const { body } = await get("/admin/client-accounts?limit=100").expect(200)
      return body.client_accounts as AdminClientAccount[]
    }
    const accountOf = async (client: CustomerFixture) =>
      (await accounts()).find(({ customer_id }) => customer_id === client.id)!.id
    /** What each client's account comes to, as our list shows it. */
    const shownBalances = async () => {
      const shown: Record<string, number> = {}
      for (const { id, balance } of await accounts()) {
        const { number } = await ledgerOf(market.container).retrieveAccount(id)
        if (balance) shown[`411:C${String(number).padStart(5, "0")}`] = -balance
      }
      return shown
    }
    const close = async () => {
      const { body } = await get("/admin/client-ledger/closings/preview").expect(200)
      const expected = (method: string) =>
        (body.closing_preview.methods as { method: string; expected: number }[]).find(
          (movement) => movement.method === method
        )?.expected ?? 0
      const cash = expected("cash")
      const { body: closed } = await post("/admin/client-ledger/closings", {
        opening_float: body.closing_preview.opening_float,
        counted: {
          cash: { amount: cash },
          cheque: { amount: expected("cheque") },
          card_terminal: { total: expected("card_terminal") },
        },
      }).expect(200)
      return closed.closing as { id: string; day: string }
    }
    const taxRegion = async (rate: number) => {
      const { body } = await get("/admin/tax-regions")
      await market.acts.post("/admin/tax-rates", {
        tax_region_id: body.tax_regions[0].id,
        name: "Food",
        code: "food",
        rate,
        is_default: true,
      })
    }

    /** Everything that a market's books know, on two clients' accounts. */
    const marketDay = async (client: CustomerFixture, other: CustomerFixture) => {
      await taxRegion(5.5)
      const balance = (value: string) =>
        eventually(async () => {
          const [account] = await ledgerOf(market.container).listClientAccounts({
            customer_id: client.id,
          })
          return account
            ? (await ledgerOf(market.container).retrieveAccount(account.id)).balance
            : "0"
        }, value)
      const edited = await checkout(api, market.shop, { customer: client, amount: 10 })
      await balance("-10.55")
      const canceled = await checkout(api, market.shop, { customer: client, amount: 7 })
      await balance("-17.94")
      await market.acts.edit(edited.id, 13)
      await balance("-21.11")
      await market.acts.cancel(canceled.id)
      await balance("-13.72")
      const online = await checkout(api, market.shop, {
        customer: client,
        amount: 20,
        ...PAID_AT_ONCE,
      })
      await balance("-13.72")
      await market.acts.refund(online.id, 5)
      await eventually(async () => {
        const entries = await entriesOf(market.container, client.id)
        return entries.filter(([type]) => type === "refund")
      }, [["refund", "-5"]])
      await balance("-13.72")

      await receive(client, "cash", 3.5)
      const mistaken = await receive(client, "card_terminal", 4)
      await post(`/admin/receipts/${mistaken.id}/reverse`, { note: "twice" }).expect(200)
      await receive(client, "card_terminal", 2)
      await receive(client, "transfer", 8.1, { reference: "RF18 5390" })
      await receive(client, "on_site", 1)
      const [good, bad] = [
        await receive(other, "cheque", 30, { reference: "0004217" }),
        await receive(other, "cheque", 12.4),
      ]
      const { body } = await post("/admin/cheque-deposits", {
        cheques: [{ receipt_id: good.id }, { receipt_id: bad.id }],
      }).expect(200)
      const slip = `/admin/cheque-deposits/${body.cheque_deposit.id}`
      await post(`${slip}/deposit`, { deposited_on: "2026-02-07" }).expect(200)
      await post(`${slip}/clear`, { receipt_ids: [good.id], cleared_on: "2026-02-10" }).expect(200)
      await post(`${slip}/cheques/${bad.id}/bounce`, { note: "no funds", fee: 13.5 }).expect(200)
      await receive(other, "cash", 2, { direction: "out" })

      const [from, to] = [await accountOf(other), await accountOf(client)]
      const moved = await post(`/admin/client-accounts/${from}/transfers`, {
        to_client_account_id: to,
        amount: 5,
        note: "a shared basket",
      })
      expect(moved.status).toBe(200)
      const entry = (id: string, type: string, amount: number) =>
        post(`/admin/client-accounts/${id}/entries`, { type, amount, note: "by hand" }).expect(200)
      await entry(from, "opening_balance", -9)
      await entry(from, "adjustment", 1.25)
      await entry(to, "write_off", -0.2)
    }

    it("a market's books: accepted by hledger and beancount, each client's balance is the one our list shows", async () => {
      const other = await createCustomer(market.container, {
        email: "zoe@example.com",
        first_name: "Zoé",
        last_name: 'O"Neil; Tab\tbed',
      })
      await marketDay(market.client, other)
      const draft = await exported("fec")
      expect(draft.name).toBe("FEC20991231-provisional.txt")
      expect(
        fecRows(draft.text).every((row) => row.ValidDate === "" && row.EcritureNum![0] === "P")
      ).toBe(true)
      if (ORACLES) {
        hledgerCheck((await exported("hledger")).text)
        beanCheck((await exported("beancount")).text)
      }

      await close()
      const fec = await exported("fec")
      expect(fec.name).toBe("FEC20991231.txt")
      const rows = fecRows(fec.text)
      expect(Object.keys(rows[0]!)).toHaveLength(18)
      for (const journal of ["VE", "CA", "CH", "BQ", "CB", "OD"]) {
        const numbers = [
          ...new Set(
            rows.filter((row) => row.JournalCode === journal).map((row) => Number(row.EcritureNum))
          ),
        ]
        expect([journal, ...numbers]).toEqual([journal, ...numbers.map((_, index) => index + 1)])
        expect(numbers.length).toBeGreaterThan(0)
      }
      const vat = rows
        .filter((row) => row.CompteNum === "44571")
        .map((row) => cents(row.Credit!) - cents(row.Debit!))
      expect(vat.reduce((sum, amount) => sum + amount, 0)).toBe(72 + 84)
      if (ORACLES) {
        const { text } = await exported("hledger")
        hledgerCheck(text)
        expect(hledgerBalances(text, "411")).toEqual(await shownBalances())
        expect(hledgerBalances(text, "5112")).toEqual({})
        beanCheck((await exported("beancount")).text)
      }
    })

    it("a closed day is exported in the same bytes after the chart has changed; who changed it is on the list", async () => {
      await receive(market.client, "transfer", 12)
      await close()
      const before = (await exported("fec")).text
      const settings = `${JOURNAL}/settings`
      const { body } = await post(settings, {
        siren: "732 829 320",
        accounts: { bank: { number: "512001", name: "Nef" } },
      }).expect(200)
      expect(body.journal_settings).toMatchObject({
        siren: "732829320",
        accounts: { bank: { number: "512001", name: "Nef" }, cash: { number: "530" } },
        chosen: ["bank"],
      })
      expect(await exported("fec")).toEqual({ text: before, name: "732829320FEC20991231.txt" })
      await receive(market.client, "transfer", 13)
      const rows = fecRows((await exported("fec")).text)
      expect(rows.filter(({ CompteNum }) => CompteNum!.startsWith("512"))).toMatchObject([
        { EcritureNum: "1", CompteNum: "512", Debit: "12,00" },
        { EcritureNum: "P1", CompteNum: "512001", CompteLib: "Nef", Debit: "13,00", ValidDate: "" },
      ])
      const { body: shown } = await get(`${JOURNAL}?${ALL_DAYS}`).expect(200)
      expect(shown.journal).toMatchObject({
        currency_code: "eur",
        journals: [{ code: "BQ", pieces: 1, amount: 12 }],
        provisional: 1,
      })
      const { body: acts } = await get("/admin/client-ledger/acts?kind=journal").expect(200)
      expect(acts.acts).toMatchObject([
        {
          kind: "journal",
          actor: { email: "admin@example.com" },
          before: { bank: null, siren: null },
          after: { bank: "512001 Nef", siren: "732829320" },
        },
      ])
    })

    it("what can't be exported or set is refused, and says why", async () => {
      const refused = async (path: string, message: RegExp) => {
        const { body } = await get(`${JOURNAL}/export?${path}`).expect(400)
        expect(body.message).toMatch(message)
      }
      await refused("format=fec&from=2026-02-01&to=2026-01-31", /must not end before it begins/)
      await refused(`format=xml&${ALL_DAYS}`, /fec, csv, hledger, beancount.* for field 'format'/)
      await refused(`format=fec&${ALL_DAYS}&currency_code=zzz`, /unknown currency "zzz"/)
      await refused("format=fec&from=yesterday&to=2026-01-31", /from: must be a date/)
      const settings = async (body: Body, message: RegExp) => {
        const answer = await post(`${JOURNAL}/settings`, body).expect(400)
        expect(answer.body.message).toMatch(message)
      }
      const account = (number: string) => ({ accounts: { cash: { number, name: "Caisse" } } })
      await settings(account("411"), /accounts\.cash\.number: must begin with 53/)
      await settings({ siren: "732829321" }, /not a SIREN/)
      await settings(
        { accounts: { moon: { number: "530", name: "x" } } },
        /accounts\.moon: unknown/
      )
    })
  },
})

const cents = (amount: string) => Math.round(Number(amount.replace(",", ".")) * 100)
