import type { Locator } from "playwright-core"
import type { AdminCounterClientListResponse, AdminReceiptListResponse } from "../../src/types/http"
import { loseAnswers } from "./browser"
import { useScreens } from "./screens"

jest.setTimeout(120_000)

const PHONE = { phone: true, language: "fr" } as const

const screens = useScreens()
const { visit, button, width } = screens
const named = (name: RegExp): Locator => screens.page.getByRole("button", { name })
const toCollect = (amount: string) =>
  screens.page.getByTestId("to-collect").filter({ hasText: amount }).waitFor()
const told = (text: string | RegExp) => screens.page.getByText(text).first().waitFor()
const receiptsOf = async (accountId: string) =>
  (
    await screens.market.get<AdminReceiptListResponse>(
      `/admin/receipts?client_account_id=${accountId}`
    )
  ).receipts
/** Set when somebody is to look at what the tests see. */
const picture = async (name: string) => {
  const folder = process.env.SCREENSHOTS
  if (folder) await screens.page.screenshot({ path: `${folder}/counter-${name}.png` })
}

/** A client with baskets of 30 euros, and perhaps a debt from before, whom the counter waits for. */
const expectClient = async (name: string, { baskets = 1, debt = 0 } = {}) => {
  const account = await screens.market.addClient(name, -debt)
  const orders: { id: string; display_id: number }[] = []
  for (let n = 0; n < baskets; n++) orders.push(await screens.market.order(account.customer_email!))
  const counter = `/admin/client-ledger/counter?client_account_id=${account.id}`
  for (;;) {
    const { counter_clients } = await screens.market.get<AdminCounterClientListResponse>(counter)
    if (counter_clients[0]?.orders.length === baskets) return { ...account, orders }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
/** Finds the client by letters and opens the sheet, on a phone. */
const open = async (letters: string, name: string) => {
  await visit("counter", PHONE)
  await screens.page.getByRole("searchbox").fill(letters)
  await named(new RegExp(`^${name}`)).tap()
  await screens.page.getByRole("dialog", { name }).waitFor()
}

beforeAll(() => screens.market.openStall(), 240_000)

describe("the counter on a phone", () => {
  it("finds a client by a few letters and takes the exact amount with one tap", async () => {
    const { id } = await expectClient("Camille Dupré")
    await expectClient("Anatole Zeste", { baskets: 2, debt: 12.4 })
    await visit("counter", PHONE)
    await told("2 clients attendus")
    expect(await width()).toBe(390)
    await picture("phone-list")
    await screens.page.getByRole("searchbox").fill("dup")
    await told("1 client attendu")
    await named(/^Camille Dupré/).tap()
    await toCollect("30,00")
    expect(await width()).toBe(390)
    await picture("phone-client")
    await named(/^Espèces 30,00/).tap()
    await told(/30,00\s€ encaissés/)
    await told(/est à zéro/)
    await picture("phone-done")
    expect(await receiptsOf(id)).toMatchObject([{ method: "cash", amount: 30 }])
    await button("Client suivant").tap()
    await told("Rien à payer")
  })

  it("works the change out: fifty handed over, twenty given back, thirty recorded", async () => {
    const { id } = await expectClient("Basile Monnaie")
    await open("monn", "Basile Monnaie")
    await button("Autre montant, ou rendu de monnaie").tap()
    await named(/^Ajouter 50/).tap()
    await told(/Encaisser 50,00\s€, sans rendre/)
    await told(/dispose de 20,00/)
    expect(await width()).toBe(390)
    await picture("phone-change")
    await named(/Encaisser 30,00\s€, rendre 20,00\s€/).tap()
    await told(/Rendre 20,00/)
    await picture("phone-give-back")
    expect(await receiptsOf(id)).toMatchObject([{ amount: 30 }])
    expect(await screens.market.balanceOf(id)).toBe(0)
  })

  it("says what stays as debt or in reserve before another amount is recorded", async () => {
    const { id } = await expectClient("Chloé Avoir")
    await open("avoir", "Chloé Avoir")
    await screens.page.getByRole("textbox", { name: "N° de chèque ou référence" }).fill("0004217")
    await button("Autre montant, ou rendu de monnaie").tap()
    await button("Chèque").tap()
    await button("Touche 2").tap()
    await button("Touche 0").tap()
    await told(/Ensuite, le client doit 10,00/)
    await button("Effacer").tap()
    await button("Effacer").tap()
    await screens.page.getByRole("textbox", { name: "Montant remis" }).fill("47,5")
    await told(/Ensuite, le client dispose de 17,50/)
    await picture("phone-pad")
    await named(/Encaisser 47,50/).tap()
    await told(/47,50\s€ encaissés/)
    expect(await receiptsOf(id)).toMatchObject([
      { method: "cheque", amount: 47.5, reference: "0004217" },
    ])
    expect(await screens.market.balanceOf(id)).toBe(17.5)
  })

  it("takes several orders and the old debt in one gesture, or a part of them", async () => {
    const { id, orders } = await expectClient("Denise Trois", { baskets: 2, debt: 12.4 })
    await open("trois", "Denise Trois")
    await toCollect("72,40")
    await picture("phone-several")
    await screens.page.getByText(`Commande n° ${orders[0]!.display_id} du`).tap()
    await toCollect("42,40")
    await screens.page.getByText("Dû d’avant").tap()
    await toCollect("30,00")
    await screens.page.getByText(`Commande n° ${orders[0]!.display_id} du`).tap()
    await screens.page.getByText("Dû d’avant").tap()
    await toCollect("72,40")
    await named(/^Chèque 72,40/).tap()
    await told(/72,40\s€ encaissés/)
    expect(await receiptsOf(id)).toHaveLength(1)
    expect(await screens.market.balanceOf(id)).toBe(0)
  })

  it("undoes what was just recorded", async () => {
    const { id } = await expectClient("Emma Erreur")
    await open("erreur", "Emma Erreur")
    await named(/^Espèces/).tap()
    await told(/30,00\s€ encaissés/)
    await button("Annuler cet encaissement").tap()
    await told(/Annulé : 30,00/)
    await toCollect("30,00")
    expect(await screens.market.balanceOf(id)).toBe(-30)
    expect(await receiptsOf(id)).toMatchObject([{ reversed_at: expect.any(String) }])
    expect((await screens.market.entriesOf(id))[0]).toMatchObject({ note: "Annulé à la caisse" })
  })

  it("a double tap records once", async () => {
    const { id } = await expectClient("Félix Pressé")
    await open("press", "Félix Pressé")
    await named(/^Espèces/).evaluate((element: HTMLElement) => {
      element.click()
      element.click()
    })
    await told(/30,00\s€ encaissés/)
    await screens.page.waitForTimeout(1000)
    expect(await receiptsOf(id)).toHaveLength(1)
    await told(/30,00\s€ encaissés/)
  })

  it("a lost answer is asked for again by itself, says so, and is recorded once", async () => {
    const { id } = await expectClient("Gaston Réseau")
    await open("seau", "Gaston Réseau")
    const network = await loseAnswers(screens.page, "*/admin/receipts")
    await named(/^Espèces/).tap()
    await told("Le serveur ne répond pas")
    await picture("phone-lost")
    await network.restore()
    await told(/30,00\s€ encaissés/)
    expect(await receiptsOf(id)).toHaveLength(1)
    expect(await screens.market.balanceOf(id)).toBe(0)
  })

  it("a connection that stays away leaves a button that asks again, with the same key", async () => {
    const { id } = await expectClient("Hélène Tunnel")
    await open("tunnel", "Hélène Tunnel")
    const network = await loseAnswers(screens.page, "*/admin/receipts")
    await named(/^Espèces/).tap()
    await told(/On ne sait pas si 30,00\s€ est passé/)
    await picture("phone-unknown")
    await network.restore()
    await button("Réessayer").tap()
    await told(/30,00\s€ encaissés/)
    expect(await receiptsOf(id)).toHaveLength(1)
  })

  it("marks the basket as picked up with the payment, once that is switched on, or by its button", async () => {
    const ines = await expectClient("Inès Panier")
    const jules = await expectClient("Jules Panier")
    await open("panier", "Inès Panier")
    await screens.page.getByRole("switch", { name: "Panier retiré aussi" }).tap()
    await named(/^Espèces/).tap()
    await told(/30,00\s€ encaissés/)
    await button("Client suivant").tap()
    await named(/^Jules Panier/).tap()
    await toCollect("30,00")
    expect(await screens.page.getByRole("switch").isChecked()).toBe(true)
    await button(`Noter retirée la commande n° ${jules.orders[0]!.display_id}`).tap()
    await screens.page.getByTestId("what-is-paid").getByText("Retirée", { exact: true }).waitFor()
    for (const { orders } of [ines, jules]) {
      type Order = { fulfillment_status: string }
      const { order } = await screens.market.get<{ order: Order }>(`/admin/orders/${orders[0]!.id}`)
      expect(order.fulfillment_status).toBe("delivered")
    }
    await screens.page.keyboard.press("Escape")
    await screens.page.getByRole("button", { name: /^Inès Panier/ }).waitFor({ state: "detached" })
    await told(/Retirée/)
  })

  it("puts a weight right, and what is missing, and the amount follows", async () => {
    const { id } = await expectClient("Karim Balance")
    await open("karim", "Karim Balance")
    await named(/^Poids et lignes de la commande/).tap()
    const weight = screens.page.getByRole("textbox", { name: "Quantité : Basket" })
    await weight.fill("beaucoup")
    await told("Un poids ou un nombre, avec 3 décimales au plus")
    await weight.fill("0,85")
    expect(await width()).toBe(390)
    await picture("phone-weights")
    await button("Corriger").tap()
    await toCollect("25,50")
    await named(/^Espèces 25,50/).tap()
    await told(/25,50\s€ encaissés/)
    expect(await screens.market.balanceOf(id)).toBe(0)
  })
})

describe("the counter at a desk", () => {
  it("is reached from the menu, finds an order by its number, and Enter opens it", async () => {
    const { orders } = await expectClient("Léa Clavier")
    await visit("orders")
    await screens.page.getByRole("complementary").getByRole("link", { name: "Counter" }).click()
    await screens.page.getByRole("heading", { name: "Counter" }).waitFor()
    await screens.page.getByRole("searchbox").fill(`#${orders[0]!.display_id}`)
    await told("1 client expected")
    await screens.page.keyboard.press("Enter")
    await toCollect("30.00")
    await picture("desk-client")
    await button("Another amount, or change").click()
    await screens.page.keyboard.type("20")
    await told("Record €20.00")
    await screens.page.keyboard.press("Enter")
    await told("€20.00 recorded")
    await told("owes €10.00")
  })

  it("offers only the methods that are switched on", async () => {
    await visit("counter?q=zeste")
    await named(/^Anatole Zeste/).click()
    await named(/^Cash €72.40/).waitFor()
    await named(/^Cheque €72.40/).waitFor()
    expect(await named(/^Card terminal/).count()).toBe(0)
    expect(await named(/^Bank transfer/).count()).toBe(0)
  })

  it("filters by day and says what to do when nobody is left", async () => {
    await visit("counter")
    await named(/^Anatole Zeste/).waitFor()
    await picture("desk-list")
    await button("Filters").click()
    await screens.page.getByLabel("Ordered on").fill("2020-01-01")
    await told("Nobody found")
    await picture("desk-empty")
    await button("Show all clients").click()
    await named(/^Anatole Zeste/).waitFor()
  })
})
