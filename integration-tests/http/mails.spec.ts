import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { AdminClientAccount, AdminClientMail, AdminReminder } from "../../src/types/http"
import { mailReceiptsWorkflow } from "../../src/workflows/client-ledger"
import { RECEIPT_RECORDED } from "../../src/workflows/client-ledger/steps/announce-receipts"
import { request } from "../fixtures/http"
import { eventually, ledgerOf } from "../fixtures/ledger"
import { letterbox } from "../fixtures/letterbox"
import { PAID_AT_ONCE, useMarket } from "../fixtures/market"
import { pdfText } from "../fixtures/pdf-text"
import { checkout } from "../fixtures/shop"
import { silently } from "../fixtures/bus"
import { createCustomer } from "../fixtures/store"

jest.setTimeout(180_000)

type Body = Record<string, unknown>

const DAY = 24 * 60 * 60 * 1000
const daysAgo = (days: number) => new Date(Date.now() - days * DAY).toISOString().slice(0, 10)
/** French writes narrow spaces that don't break. */
const plain = (text = "") => text.replace(/[\u00a0\u202f]/g, " ")

medusaIntegrationTestRunner({
  dbName: "client-ledger-mails",
  testSuite: ({ api, getContainer }) => {
    const market = useMarket(api, getContainer)
    const get = (path: string) => request(api).get(`/admin${path}`).set(market.admin.headers)
    const post = (path: string, body: Body = {}, headers: Record<string, string> = {}) =>
      request(api)
        .post(`/admin${path}`)
        .set({ ...market.admin.headers, ...headers })
        .send(body)
    const settings = (body: Body) => post("/client-ledger/settings", body)

    beforeEach(() => letterbox.empty())
    afterAll(() => letterbox.empty())

    let clients = 0
    /** A client who owes an amount since some days; by default 12.40 for three weeks. */
    async function client(
      { owes = 12.4, since = 21 } = {},
      data: Parameters<typeof createCustomer>[1] & { metadata?: Body } = {}
    ): Promise<AdminClientAccount & { customer_email: string }> {
      const email = `client${++clients}@example.com`
      const customer = await createCustomer(getContainer(), { email, ...data })
      const { body } = await post("/client-accounts", {
        customer_id: customer.id,
        currency_code: "eur",
      }).expect(200)
      if (owes) {
        await post(`/client-accounts/${body.client_account.id}/entries`, {
          ...{ type: "adjustment", amount: -owes, note: "notebook" },
          value_date: daysAgo(since),
        }).expect(200)
      }
      return body.client_account
    }
    const pay = async (account: { id: string }, amount: number, more: Body = {}) => {
      const receipt = { client_account_id: account.id, method: "cheque", amount, ...more }
      return (await post("/receipts", receipt).expect(200)).body.receipt as { id: string }
    }
    const mailsOf = async (account: { id: string }): Promise<AdminClientMail[]> =>
      (await get(`/client-accounts/${account.id}/mails`).expect(200)).body.client_mails
    const statusesOf = async (account: { id: string }) =>
      (await mailsOf(account)).map(({ status }) => status)
    const preview = async (): Promise<AdminReminder[]> =>
      (await get("/client-ledger/reminders").expect(200)).body.reminders
    const skipsIn = (reminders: AdminReminder[]) =>
      Object.fromEntries(reminders.map((each) => [each.client_account_id, each.skip]))
    const remind = (accounts: { id: string }[], headers?: Record<string, string>) =>
      post(
        "/client-ledger/reminders",
        { client_account_ids: accounts.map(({ id }) => id) },
        headers
      )

    describe("the receipt of a payment", () => {
      const mailed = async (account: { id: string }) =>
        eventually(() => statusesOf(account), ["sent"])

      it("is mailed once, though its event comes twice and the job runs", async () => {
        await settings({ receipt_mails: true }).expect(200)
        const account = await client()
        const { id } = await pay(account, 20, { reference: "0004217" })
        await mailed(account)
        const bus = getContainer().resolve(Modules.EVENT_BUS)
        await bus.emit({ name: RECEIPT_RECORDED, data: { id } })
        await bus.emit({ name: RECEIPT_RECORDED, data: { id } })
        await mailReceiptsWorkflow(getContainer()).run({ input: {} })
        await mailReceiptsWorkflow(getContainer()).run({ input: { receipt_ids: [id] } })
        const [mail, ...others] = letterbox.mails()
        expect(others).toEqual([])
        expect(mail).toMatchObject({
          to: account.customer_email,
          channel: "email",
          template: "client-ledger.receipt",
          data: { language: "fr", amount: "20", balance_after: "7.6", method: "cheque" },
        })
        const text = plain(mail!.content!.text)
        expect(text).toContain("Bonjour Camille Dupré,")
        expect(text).toContain("votre paiement de 20,00 € par chèque n° 0004217")
        expect(text).toContain("- Solde antérieur – 12,40 €")
        expect(text).toContain("vous avez 7,60 € d’avance")
        expect(mail!.content!.html).toContain("Camille Dupré")
        const [recorded] = await mailsOf(account)
        expect(recorded).toMatchObject({
          ...{ kind: "receipt", receipt_id: id, to: account.customer_email, language: "fr" },
          ...{ status: "sent", error: null, actor: null, can_send_again: false },
        })
        expect(plain(recorded!.subject!)).toMatch(/^Paiement reçu : 20,00 €/)
        const { notification_id } = recorded!
        const notification = await getContainer()
          .resolve(Modules.NOTIFICATION)
          .retrieveNotification(notification_id!)
        expect(notification).toMatchObject({
          ...{ status: "success", receiver_id: account.customer_id, resource_id: id },
          idempotency_key: `client-ledger-mail:${recorded!.id}:1`,
        })
      })

      it("names the order that an online payment settles, in the market's language", async () => {
        await settings({ receipt_mails: true, mail_language: "en" }).expect(200)
        const order = await checkout(api, market.shop, {
          ...{ customer: market.client, amount: 20 },
          ...PAID_AT_ONCE,
        })
        await eventually(async () => letterbox.mails().length, 1)
        const { text, subject } = letterbox.mails()[0]!.content!
        expect(subject).toMatch(/^Payment received: €20\.00/)
        expect(text).toContain("€20.00 online")
        expect(text).toContain(`- Order no. ${order.display_id} – €20.00`)
        expect(text).toContain("Your account is settled")
      })

      it("isn't mailed until the market wants it, nor what was recorded before", async () => {
        const account = await client()
        await pay(account, 5)
        await settings({ receipt_mails: true }).expect(200)
        await mailReceiptsWorkflow(getContainer()).run({ input: {} })
        expect(await mailsOf(account)).toEqual([])
        await pay(account, 6)
        await mailed(account)
        await settings({ receipt_mails: false }).expect(200)
        await pay(account, 7)
        await mailReceiptsWorkflow(getContainer()).run({ input: {} })
        expect(letterbox.mails()).toHaveLength(1)
      })

      it("is mailed by the job where its event was lost; not of a reversed one, a pay-out, or to nobody", async () => {
        await settings({ receipt_mails: true }).expect(200)
        const [account, mistaken, unreachable] = [await client(), await client(), await client()]
        await getContainer()
          .resolve(ContainerRegistrationKeys.PG_CONNECTION)
          .raw(`update client_account set customer_email = null where id = ?`, [unreachable.id])
        await silently(getContainer(), async () => {
          await pay(account, 20)
          await pay(account, 5, { direction: "out" })
          const { id } = await pay(mistaken, 5)
          await post(`/receipts/${id}/reverse`, { note: "typed twice" }).expect(200)
          await pay(unreachable, 5)
        })
        await mailReceiptsWorkflow(getContainer()).run({ input: {} })
        expect(letterbox.mails().map(({ to }) => to)).toEqual([account.customer_email])
        expect(plain(letterbox.mails()[0]!.content!.text)).toContain("20,00 €")
        expect(await mailsOf(mistaken)).toEqual([])
      })

      it("that fails leaves the payment alone, says why, and can be sent again", async () => {
        await settings({ receipt_mails: true }).expect(200)
        const account = await client()
        letterbox.refuse(account.customer_email)
        await pay(account, 12.4)
        await eventually(() => statusesOf(account), ["failed"])
        const [failed] = await mailsOf(account)
        expect(failed).toMatchObject({
          ...{ can_send_again: true, to: account.customer_email, sent_at: null },
          error: `550 ${account.customer_email}: no such mailbox`,
        })
        const { body } = await get(`/client-accounts/${account.id}`).expect(200)
        expect(body.client_account.balance).toBe(0)
        const again = `/client-accounts/${account.id}/mails/${failed!.id}/send-again`
        expect((await post(again).expect(200)).body.client_mail).toMatchObject({ status: "failed" })
        letterbox.accept(account.customer_email)
        const { body: sent } = await post(again).expect(200)
        expect(sent.client_mail).toMatchObject({
          ...{ id: failed!.id, status: "sent", error: null, can_send_again: false },
          actor: { email: market.admin.email },
        })
        expect(letterbox.mails()).toHaveLength(1)
        expect((await post(again).expect(409)).body.message).toMatch(/Only a mail that failed/)
      })

      it("that failed isn't sent again once the payment is reversed", async () => {
        await settings({ receipt_mails: true }).expect(200)
        const account = await client()
        letterbox.refuse(account.customer_email)
        const { id } = await pay(account, 12.4)
        await eventually(() => statusesOf(account), ["failed"])
        letterbox.accept(account.customer_email)
        await post(`/receipts/${id}/reverse`, { note: "bounced" }).expect(200)
        const [failed] = await mailsOf(account)
        const { body } = await post(
          `/client-accounts/${account.id}/mails/${failed!.id}/send-again`
        ).expect(200)
        expect(body.client_mail).toMatchObject({
          ...{ status: "canceled", error: "The payment was reversed", can_send_again: false },
        })
        expect(letterbox.mails()).toEqual([])
      })
    })

    describe("a statement", () => {
      it("is mailed with its PDF, which says what the account holds", async () => {
        const account = await client()
        await pay(account, 20, { reference: "0004217" })
        const period = { from: daysAgo(30), to: daysAgo(-1) }
        const { body } = await post(`/client-accounts/${account.id}/statement/mail`, {
          ...period,
          language: "en",
        }).expect(200)
        expect(body.client_mail).toMatchObject({
          ...{ kind: "statement", status: "sent", to: account.customer_email, language: "en" },
          ...{ period: { ...period, time_zone: "UTC" }, actor: { email: market.admin.email } },
        })
        const [mail] = letterbox.mails()
        expect(mail).toMatchObject({ template: "client-ledger.statement" })
        expect(mail!.content!.text).toContain("€7.60 in reserve")
        const [attachment] = mail!.attachments!
        expect(attachment).toMatchObject({
          filename: `statement-${period.from}-${period.to}.pdf`,
          content_type: "application/pdf",
        })
        const pdf = Buffer.from(attachment!.content, "base64")
        expect(pdf.subarray(0, 5).toString()).toBe("%PDF-")
        const text = pdfText(pdf)
        expect(text).toContain("Statement of your account")
        expect(text).toContain("Camille Dupré")
        expect(text).toContain("0004217")
        expect(text).toMatch(/7\.60/)
      })

      it("is in the client's own language unless said, and sent once for one key", async () => {
        const account = await client({}, { metadata: { locale: "en-GB" } })
        const path = `/client-accounts/${account.id}/statement/mail`
        const period = { from: daysAgo(30), to: daysAgo(0) }
        const key = { "Idempotency-Key": "statement-1" }
        const first = await post(path, period, key).expect(200)
        const second = await post(path, period, key).expect(200)
        expect(second.body).toEqual(first.body)
        expect(first.body.client_mail).toMatchObject({ language: "en" })
        expect(letterbox.mails()).toHaveLength(1)
        await post(path, { ...period, language: "fr" }, key).expect(409)
      })

      it.each([
        ["a day that isn't one", { from: "yesterday", to: "2026-01-01" }, /from/],
        ["an end before its beginning", { from: "2026-02-01", to: "2026-01-01" }, /from/],
        ["a language that no mail speaks", { language: "de" }, /language/],
      ])("is refused with %s", async (_, more, message) => {
        const account = await client()
        const { body } = await post(`/client-accounts/${account.id}/statement/mail`, {
          ...{ from: daysAgo(30), to: daysAgo(0) },
          ...more,
        }).expect(400)
        expect(body.message).toMatch(message)
      })

      it("is refused to a client without an e-mail, and for an account that doesn't exist", async () => {
        const account = await client()
        await getContainer()
          .resolve(ContainerRegistrationKeys.PG_CONNECTION)
          .raw(`update client_account set customer_email = null where id = ?`, [account.id])
        const period = { from: daysAgo(30), to: daysAgo(0) }
        const { body } = await post(`/client-accounts/${account.id}/statement/mail`, period).expect(
          400
        )
        expect(body.message).toMatch(/no e-mail: add one/)
        await post("/client-accounts/clacc_none/statement/mail", period).expect(404)
      })
    })

    describe("reminders", () => {
      it("go to who is overdue long enough with enough; the others are listed with the reason", async () => {
        const due = await client({ owes: 30, since: 40 })
        const alsoDue = await client()
        const little = await client({ owes: 4.99 })
        const young = await client({ since: 6 })
        const left = await client()
        const unreachable = await client()
        const settled = await client({ owes: 0 })
        await post(`/client-accounts/${left.id}`, { no_reminders: true }).expect(200)
        await getContainer()
          .resolve(ContainerRegistrationKeys.PG_CONNECTION)
          .raw(`update client_account set customer_email = null where id = ?`, [unreachable.id])
        const reminders = await preview()
        expect(reminders[0]).toMatchObject({
          ...{ client_account_id: due.id, overdue: 30, overdue_since: daysAgo(40) },
          ...{ last_reminded_at: null, language: "fr", skip: null },
        })
        expect(plain(reminders[0]!.text)).toContain("il reste 30,00 € à régler")
        expect(skipsIn(reminders)).toEqual({
          ...{ [due.id]: null, [alsoDue.id]: null, [little.id]: "below_floor" },
          ...{ [young.id]: "too_recent", [left.id]: "opted_out", [unreachable.id]: "no_email" },
        })
        expect(letterbox.mails()).toEqual([])

        const everybody = [due, alsoDue, little, young, left, unreachable, settled]
        const { body } = await remind(everybody).expect(200)
        expect(body.client_mails).toMatchObject([
          { client_account_id: due.id, status: "sent", actor: { email: market.admin.email } },
          { client_account_id: alsoDue.id, status: "sent" },
        ])
        expect(body.skipped).toEqual([
          { client_account_id: little.id, reason: "below_floor" },
          { client_account_id: young.id, reason: "too_recent" },
          { client_account_id: left.id, reason: "opted_out" },
          { client_account_id: unreachable.id, reason: "no_email" },
          { client_account_id: settled.id, reason: "not_overdue" },
        ])
        expect(letterbox.mails().map(({ to }) => to)).toEqual([
          due.customer_email,
          alsoDue.customer_email,
        ])
        expect(letterbox.mails()[0]).toMatchObject({
          template: "client-ledger.reminder",
          content: { subject: reminders[0]!.subject, text: reminders[0]!.text },
        })
      })

      it("follow the settings: floor, days, and the market's language", async () => {
        const [little, young] = [await client({ owes: 1, since: 1 }), await client({ since: 1 })]
        await settings({
          ...{ reminder_floor: 0, reminder_min_days: 0, mail_language: "en" },
        }).expect(200)
        const reminders = await preview()
        expect(skipsIn(reminders)).toEqual({ [little.id]: null, [young.id]: null })
        expect(reminders[0]!.text).toContain("Unless we are mistaken, €12.40")
        const { body } = await settings({ reminder_floor: 1.5 }).expect(200)
        expect(body.settings).toMatchObject({
          ...{ reminder_floor: 1.5, reminder_min_days: 0, reminder_pause_days: 14 },
          ...{ mail_language: "en", receipt_mails: false, can_send_mails: true },
        })
        expect(skipsIn(await preview())[little.id]).toBe("below_floor")
      })

      it("are not repeated within the pause, whoever asks; two who ask at once send one", async () => {
        const account = await client()
        await Promise.all([remind([account]).expect(200), remind([account]).expect(200)])
        expect(letterbox.mails()).toHaveLength(1)
        const { body } = await remind([account]).expect(200)
        expect(body).toEqual({
          client_mails: [],
          skipped: [{ client_account_id: account.id, reason: "paused" }],
        })
        expect((await preview())[0]).toMatchObject({ last_reminded_at: expect.any(String) })
        await settings({ reminder_pause_days: 0 }).expect(200)
        await remind([account]).expect(200)
        expect(letterbox.mails()).toHaveLength(2)
      })

      it("answer the same to the same key, and send nothing more", async () => {
        await settings({ reminder_pause_days: 0 }).expect(200)
        const account = await client()
        const key = { "Idempotency-Key": "reminders-1" }
        const first = await remind([account], key).expect(200)
        const second = await remind([account], key).expect(200)
        expect(second.body).toEqual(first.body)
        expect(letterbox.mails()).toHaveLength(1)
        await remind([await client()], key).expect(409)
      })

      it("that fail don't stop the others, don't count as a reminder, and can be sent again", async () => {
        const [wrong, right] = [await client({ owes: 20 }), await client()]
        letterbox.refuse(wrong.customer_email)
        const { body } = await remind([wrong, right]).expect(200)
        expect(body.client_mails).toMatchObject([
          { client_account_id: wrong.id, status: "failed", error: expect.stringMatching(/^550/) },
          { client_account_id: right.id, status: "sent" },
        ])
        expect(skipsIn(await preview())).toEqual({ [wrong.id]: null, [right.id]: "paused" })
        letterbox.accept(wrong.customer_email)
        await pay(wrong, 5)
        const [{ id }] = body.client_mails
        const again = `/client-accounts/${wrong.id}/mails/${id}/send-again`
        expect((await post(again).expect(200)).body.client_mail).toMatchObject({ status: "sent" })
        const sent = letterbox.mails().find(({ to }) => to === wrong.customer_email)
        expect(plain(sent!.content!.text)).toContain("il reste 15,00 € à régler")
      })

      it("that failed aren't sent again once all is paid; another's mail is a 404", async () => {
        const [account, other] = [await client(), await client()]
        letterbox.refuse(account.customer_email)
        const { body } = await remind([account]).expect(200)
        await pay(account, 12.4)
        letterbox.accept(account.customer_email)
        const path = `/mails/${body.client_mails[0].id}/send-again`
        await post(`/client-accounts/${other.id}${path}`).expect(404)
        const { body: again } = await post(`/client-accounts/${account.id}${path}`).expect(200)
        expect(again.client_mail).toMatchObject({
          ...{ status: "canceled", error: "Nothing is overdue any more" },
        })
      })

      it("that a stopped server left behind go out with the job; one it had begun is a person's to judge", async () => {
        const [left, begun] = [await client(), await client()]
        const ledger = ledgerOf(getContainer())
        const { mail_ids } = await ledger.queueReminders({
          ...{ account_ids: [left.id, begun.id], actor_id: null },
        })
        await ledger.takeMail(mail_ids[1]!)
        await getContainer()
          .resolve(ContainerRegistrationKeys.PG_CONNECTION)
          .raw(
            `update client_mail set updated_at = now() - interval '6 minutes', taken_at = taken_at - interval '6 minutes'`
          )
        await mailReceiptsWorkflow(getContainer()).run({ input: {} })
        expect(letterbox.mails().map(({ to }) => to)).toEqual([left.customer_email])
        expect(await mailsOf(begun)).toMatchObject([{ status: "sending", can_send_again: true }])
        const again = `/client-accounts/${begun.id}/mails/${mail_ids[1]}/send-again`
        expect((await post(again).expect(200)).body.client_mail).toMatchObject({ status: "sent" })
      })

      it("name the orders that are overdue, in the language they were ordered in", async () => {
        await settings({ due_days: 0 }).expect(200)
        const order = await checkout(api, market.shop, { customer: market.client, amount: 20 })
        await eventually(market.balance, "-20")
        const pg = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
        await pg.raw(`update client_order set due_on = current_date - 10 where id = ?`, [order.id])
        await pg.raw(`update "order" set locale = 'en-GB' where id = ?`, [order.id])
        const [reminder] = await preview()
        expect(reminder).toMatchObject({ overdue: 20, language: "en", skip: null })
        expect(reminder!.text).toContain(`- Order no. ${order.display_id} of `)
        expect(reminder!.text).not.toContain("Earlier balance")
        await pg.raw(`update client_order set due_on = due_on + 10 where id = ?`, [order.id])
      })

      it("are previewed by as many statements for twenty clients as for one, each in his language", async () => {
        const pg = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
        const statementsOf = async (work: () => Promise<unknown>) => {
          let statements = 0
          const count = () => void statements++
          pg.on("query", count)
          await work()
          pg.off("query", count)
          return statements
        }
        const english = { metadata: { language: "en" } }
        await client({}, english)
        await preview()
        const one = await statementsOf(preview)
        expect(one).toBeGreaterThan(3)
        for (let n = 0; n < 19; n++) await client({}, english)
        expect(await statementsOf(preview)).toBe(one)
        const languages = (await preview()).map(({ language }) => language)
        expect(languages).toEqual(Array(20).fill("en"))
      })

      it.each([
        ["nobody", { client_account_ids: [] }, 400],
        ["more than are sent at once", { client_account_ids: Array(101).fill("x") }, 400],
        ["an account that doesn't exist", { client_account_ids: ["clacc_none"] }, 404],
        ["what isn't known", { client_account_ids: ["clacc_none"], force: true }, 400],
      ])("are refused for %s", async (_, body, status) => {
        await post("/client-ledger/reminders", body).expect(status)
      })
    })

    it("settings that make no sense are refused, naming the field", async () => {
      for (const [field, value] of Object.entries({
        ...{ reminder_floor: -1, reminder_min_days: 1.5, reminder_pause_days: -1 },
        ...{ mail_language: "de", receipt_mails: "yes" },
      })) {
        const { body } = await settings({ [field]: value }).expect(400)
        expect(body.message).toContain(field)
      }
      const { body } = await settings({ reminder_floor: 0.001 }).expect(400)
      expect(body.message).toMatch(/reminder_floor: must have at most 2 decimals/)
    })

    it("where Medusa has no e-mail provider, nothing is sent or switched on, and the answer says what to do", async () => {
      const account = await client()
      const { modules } = getContainer().resolve(ContainerRegistrationKeys.CONFIG_MODULE)
      const declared = modules![Modules.NOTIFICATION] as { options: { providers: unknown[] } }
      const { providers } = declared.options
      declared.options.providers = providers.slice(0, 1)
      try {
        const period = { from: daysAgo(30), to: daysAgo(0) }
        for (const answer of [
          await remind([account]),
          await post(`/client-accounts/${account.id}/statement/mail`, period),
          await settings({ receipt_mails: true }),
        ]) {
          expect(answer.status).toBe(400)
          expect(answer.body.message).toMatch(/register a notification provider .* "email"/)
        }
        const { body } = await get("/client-ledger/reminders").expect(200)
        expect(body).toMatchObject({ can_send: false, count: 1 })
        expect(await mailsOf(account)).toEqual([])
      } finally {
        declared.options.providers = providers
      }
    })
  },
})
