import { readFileSync } from "node:fs"
import { join } from "node:path"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { creditorReference } from "../../src/modules/client-ledger/utils/creditor-reference"
import type { AdminBankLine } from "../../src/types/http"
import { request } from "../fixtures/http"
import { ledgerOf } from "../fixtures/ledger"
import { useMarket } from "../fixtures/market"
import { createCustomer } from "../fixtures/store"

jest.setTimeout(180_000)

const IBAN = "FR7630006000011234567890189"
const ACCOUNTS = "/admin/bank-accounts"
const STATEMENTS = "/admin/bank-statements"
const LINES = "/admin/bank-lines"
const golden = (name: string) => readFileSync(join(__dirname, "../fixtures/bank", name))
const CSV_FORMAT = {
  ...{ delimiter: ",", date_order: "ymd", decimal: "." },
  columns: { date: "Date", amount: "Amount", label: "Label" },
}

medusaIntegrationTestRunner({
  dbName: "client-ledger-bank",
  testSuite: ({ api, getContainer }) => {
    const market = useMarket(api, getContainer)
    const get = (path: string) => request(api).get(path).set(market.admin.headers)
    const post = (path: string, body: object = {}, headers: Record<string, string> = {}) =>
      request(api)
        .post(path)
        .set({ ...market.admin.headers, ...headers })
        .send(body)
    const upload = (file: string | Buffer, bank: string, name = "statement") =>
      request(api)
        .post(`${STATEMENTS}?bank_account_id=${bank}&file_name=${name}`)
        .set({ ...market.admin.headers, "content-type": "application/octet-stream" })
        .send(file)
    const bankAccount = async (more: object = {}) => {
      const body = { name: "Current account", number: IBAN, currency_code: "eur", ...more }
      return (await post(ACCOUNTS, body).expect(200)).body.bank_account.id as string
    }
    const lines = async (query = ""): Promise<AdminBankLine[]> =>
      (await get(`${LINES}?limit=200${query}`).expect(200)).body.bank_lines
    /** The client's account, which owes this; and the reference of its transfers. */
    const owing = async (amount: number, customer: { id: string } = market.client) => {
      const ledger = ledgerOf(market.container)
      const { body } = await post("/admin/client-accounts", {
        ...{ customer_id: customer.id, currency_code: "eur" },
      })
      const { id } = body.client_account
      await ledger.recordManualEntry({
        ...{ account_id: id, type: "adjustment", amount: -amount, note: "an old basket" },
      })
      const { number } = await ledger.retrieveAccount(id)
      return { id, reference: creditorReference(number) }
    }
    const camtFor = (reference: string) =>
      golden("camt-053-02.xml").toString().replaceAll("RF340042", reference)
    const receipts = async () => (await get("/admin/receipts").expect(200)).body.receipts

    it("the way of a transfer: uploaded, known by its reference, accepted, one receipt however often it is uploaded", async () => {
      const { id, reference } = await owing(30)
      const bank = await bankAccount()
      const { body: first } = await upload(camtFor(reference), bank, "february.xml").expect(200)
      expect(first.bank_statement).toMatchObject({
        ...{ format: "camt.053", lines: 4, added: 4, exact: 1, file_name: "february.xml" },
        ...{ first_day: "2026-02-05", last_day: "2026-02-06", actor: { id: market.admin.id } },
      })
      const [exact, ...others] = await lines("&exact=true")
      expect(others).toEqual([])
      expect(exact).toMatchObject({
        ...{ amount: 30, label: reference, counterparty: "Dupré & fils", state: "open" },
        clients: [
          {
            ...{ client_account_id: id, customer_name: "Camille Dupré", balance: -30, exact: true },
            reasons: ["reference", "owes_exactly", "surname"],
          },
        ],
      })
      const accept = { lines: [{ bank_line_id: exact!.id, client_account_id: id }] }
      const { body: accepted } = await post(`${LINES}/accept`, accept).expect(200)
      expect(accepted.receipts).toMatchObject([
        {
          ...{ client_account_id: id, method: "transfer", amount: 30, direction: "in" },
          ...{ reference, value_date: "2026-02-06", actor: { id: market.admin.id } },
        },
      ])
      expect(await market.balance()).toBe("0")
      const { body: again } = await upload(camtFor(reference), bank).expect(200)
      expect(again.bank_statement).toMatchObject({ lines: 4, added: 0, exact: 0 })
      await post(`${LINES}/accept`, accept).expect(409)
      expect(await receipts()).toHaveLength(1)
      expect(await lines("&state=accepted")).toMatchObject([
        { id: exact!.id, customer_name: "Camille Dupré", receipt_id: accepted.receipts[0].id },
      ])
    })

    it("overlapping files: lines are known again, alike ones of a day are told apart, and two OFX agree", async () => {
      const bank = await bankAccount({ csv_format: CSV_FORMAT })
      const header = "Date,Amount,Label\n"
      const [monday, tuesday] = ["2026-02-02,5,apples\n2026-02-02,5,apples\n", "2026-02-03,7,x\n"]
      const added = async (file: string | Buffer) =>
        (await upload(file, bank).expect(200)).body.bank_statement.added
      expect(await added(header + monday)).toBe(2)
      expect(await added(header + monday + tuesday)).toBe(1)
      expect(await added(header + tuesday)).toBe(0)
      expect(await added(golden("sgml-1252.ofx"))).toBe(2)
      expect(await added(golden("xml-utf8.ofx"))).toBe(0)
      expect(await lines("&q=œufs")).toMatchObject([{ counterparty: "VIR DUPRÉ & FILS" }])
    })

    it("a reversed payment opens its line again, which can be accepted for another client", async () => {
      const { id, reference } = await owing(30)
      const bank = await bankAccount()
      await upload(camtFor(reference), bank).expect(200)
      const [line] = await lines("&exact=true")
      const accept = (client: object) =>
        post(`${LINES}/accept`, { lines: [{ bank_line_id: line!.id, ...client }] })
      const { body } = await accept({ client_account_id: id }).expect(200)
      await post(`${LINES}/${line!.id}/set-aside`, { note: "x" }).expect(409)
      await post(`${LINES}/${line!.id}/bring-back`).expect(409)
      const receipt = body.receipts[0].id
      await post(`/admin/receipts/${receipt}/reverse`, { note: "hers" }).expect(200)
      expect(await lines("&state=open&exact=true")).toMatchObject([{ id: line!.id }])
      const anne = await createCustomer(market.container, { email: "anne@example.com" })
      await accept({ customer_id: anne.id }).expect(200)
      expect(await market.balance()).toBe("-30")
    })

    it("two people accepting a line at the same moment: one receipt; the same key twice: one answer", async () => {
      const { id, reference } = await owing(30)
      await upload(camtFor(reference), await bankAccount()).expect(200)
      const [exact, other] = [(await lines("&exact=true"))[0]!, (await lines("&q=Bruno"))[0]!]
      const accept = (line: AdminBankLine, headers = {}) => {
        const lines = [{ bank_line_id: line.id, client_account_id: id }]
        return post(`${LINES}/accept`, { lines }, headers)
      }
      const answers = await Promise.all([accept(exact), accept(exact)])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      const key = { "Idempotency-Key": "bank-1" }
      const [one, two] = await Promise.all([accept(other, key), accept(other, key)])
      expect(one.body).toEqual(two.body)
      await accept(exact, key).expect(409)
      expect(await receipts()).toHaveLength(2)
    })

    it("what is no client's payment is set aside with a note, and brought back; money out is nobody's", async () => {
      const { id, reference } = await owing(30)
      await upload(camtFor(reference), await bankAccount()).expect(200)
      expect(await lines("&q=12,50")).toMatchObject([{ counterparty: "Anne Morel" }])
      const [out, ...others] = await lines("&direction=out")
      expect(others).toEqual([])
      expect(out).toMatchObject({ amount: -9.9, clients: [], papers: [] })
      const { body: refused } = await post(`${LINES}/accept`, {
        lines: [{ bank_line_id: out!.id, client_account_id: id }],
      }).expect(400)
      expect(refused.message).toMatch(/money that went out/)
      const aside = `${LINES}/${out!.id}/set-aside`
      await post(aside, {}).expect(400)
      const { body } = await post(aside, { note: "the bank's fee" }).expect(200)
      expect(body.bank_line).toMatchObject({ state: "set_aside", note: "the bank's fee" })
      expect(await lines("&state=open&direction=out")).toEqual([])
      await post(`${LINES}/${out!.id}/bring-back`).expect(200)
      expect(await lines("&state=open&direction=out")).toMatchObject([{ id: out!.id, note: null }])
      const { body: told } = await get("/admin/client-ledger/acts").expect(200)
      expect(told.acts.slice(0, 3)).toMatchObject([
        { kind: "bank_line_brought_back", amount: -9.9, actor: { id: market.admin.id } },
        { kind: "bank_line_set_aside", amount: -9.9, note: "the bank's fee" },
        { kind: "bank_statement", note: "statement" },
      ])
    })

    it("a deposit slip is credited by its one line, and a closing's terminal total is noted once", async () => {
      const receive = async (method: string, amount: number) => {
        const receipt = { customer_id: market.client.id, currency_code: "eur", method, amount }
        return (await post("/admin/receipts", receipt).expect(200)).body.receipt.id
      }
      const cheques = [{ receipt_id: await receive("cheque", 20) }]
      const { body: made } = await post("/admin/cheque-deposits", { cheques }).expect(200)
      const slip = made.cheque_deposit
      await post(`/admin/cheque-deposits/${slip.id}/deposit`, { deposited_on: "2026-02-02" })
      await receive("card_terminal", 12.5)
      const { body: closed } = await post("/admin/client-ledger/closings", {
        ...{ currency_code: "eur", day: "2026-02-02", opening_float: 0 },
        counted: { cheque: { amount: 20, count: 1 }, card_terminal: { total: 12.5 } },
      }).expect(200)
      const closing = closed.closing
      const bank = await bankAccount({ csv_format: CSV_FORMAT })
      const file = "Date,Amount,Label\n2026-02-03,20,REMISE\n2026-02-03,20,x\n2026-02-04,12.5,CB\n"
      await upload(file, bank).expect(200)
      const named = async (label: string) => (await lines(`&q=${label}`))[0]!
      const [remise, other, card] = [await named("REMISE"), await named("x"), await named("CB")]
      expect(remise.papers).toMatchObject([{ kind: "cheque_deposit", number: slip.number }])
      expect(card.papers).toMatchObject([{ kind: "terminal", number: closing.number }])
      await post(`${LINES}/${remise.id}/match`, { cheque_deposit_id: slip.id }).expect(200)
      const { body } = await get(`/admin/cheque-deposits/${slip.id}`)
      expect(body.cheque_deposit).toMatchObject({
        ...{ status: "cleared", cheques: [{ state: "cleared", settled_on: "2026-02-03" }] },
      })
      expect((await named("x")).papers).toEqual([])
      await post(`${LINES}/${other.id}/match`, { cheque_deposit_id: slip.id }).expect(409)
      const noted = await post(`${LINES}/${card.id}/match`, { closing_id: closing.id }).expect(200)
      expect(noted.body.bank_line).toMatchObject({
        state: "accepted",
        paper_number: closing.number,
      })
      expect(await lines("&state=open")).toMatchObject([{ id: other.id }])
    })

    it("a file of another account, or broken anywhere, imports nothing", async () => {
      const bank = await bankAccount({ csv_format: CSV_FORMAT })
      const other = "FR7610107001011234567890129"
      const refusals: [file: string | Buffer, said: RegExp][] = [
        [camtFor("RF340042").replace(IBAN, other), new RegExp(`of account ${other}, not of`)],
        [golden("sgml-1252.ofx").toString("latin1").replace("12345678901", "999999"), /not of/],
        [
          camtFor("RF340042").replace('<Amt Ccy="EUR">9.90', '<Amt Ccy="USD">9.90'),
          /line \d+: expected.*EUR/,
        ],
        [camtFor("RF340042").replace("</Stmt>", ""), /line \d+, column \d+: .*not well-formed/],
        ["Date,Amount,Label\n2026-02-05,1,x\n2026-02-05,1.234,y\n", /line 3: .*at most 2 decimals/],
        ["hello", /expected a line with the columns/],
      ]
      for (const [file, said] of refusals) {
        expect((await upload(file, bank).expect(400)).body.message).toMatch(said)
      }
      expect(await lines()).toEqual([])
      const { body } = await get(STATEMENTS).expect(200)
      expect(body.count).toBe(0)
    })

    it("an account is named once, by a valid IBAN; wrong input is a 400, unknown ids a 404, strangers get a 401", async () => {
      const bank = await bankAccount()
      const same = {
        name: "Again",
        number: "FR76 3000 6000 0112 3456 7890 189",
        currency_code: "eur",
      }
      await post(ACCOUNTS, same).expect(409)
      const bad = await post(ACCOUNTS, { ...same, number: "FR7630006000011234567890188" }).expect(
        400
      )
      expect(bad.body.message).toMatch(/not a valid IBAN/)
      const format = { ...CSV_FORMAT, columns: { date: "D", label: "L", credit: "C" } }
      await post(`${ACCOUNTS}/${bank}`, { csv_format: format }).expect(400)
      const { body } = await post(`${ACCOUNTS}/${bank}`, { csv_format: CSV_FORMAT }).expect(200)
      expect(body.bank_account).toMatchObject({ name: "Current account", csv_format: CSV_FORMAT })
      const { body: seen } = await request(api)
        .post(`${STATEMENTS}/preview`)
        .set({ ...market.admin.headers, "content-type": "application/octet-stream" })
        .send(golden("preamble-1252.csv"))
        .expect(200)
      expect(seen.preview).toMatchObject({
        format: "csv",
        delimiter: ";",
        encoding: "windows-1252",
      })
      await upload("x", "clbka_none").expect(404)
      const accept = { lines: [{ bank_line_id: "clbkl_none", customer_id: market.client.id }] }
      await post(`${LINES}/accept`, accept).expect(404)
      await post(`${LINES}/accept`, { lines: [{ bank_line_id: "x" }] }).expect(400)
      await post(`${LINES}/clbkl_none/set-aside`, { note: "x" }).expect(404)
      await get(`${LINES}?state=lost`).expect(400)
      for (const path of [ACCOUNTS, STATEMENTS, LINES]) await request(api).get(path).expect(401)
      await request(api).post(STATEMENTS).send("x").expect(401)
    })
  },
})
