import { characters, regulars, type CharacterName, type Client } from "./clients"
import type { Desk } from "./desk"
import type { Basket, Stall } from "./stall"
import { before, marketDay, type Tale } from "./story-clock"
import type { Till } from "./till"

export type World = { stall: Stall; desk: Desk; till: Till }

/** All that happened at the market, each tale by itself; `tell` puts the scenes in the order of time. */
export const allTales = (world: World): Tale[] => [
  ...regulars.map((client, index) => regular(world, client, index)),
  ...Object.entries(tales).map(([name, tale]) => tale(world, characters[name as CharacterName])),
]

/** Orders during the week, takes the basket home on Saturday, and pays it then. */
async function* regular({ stall }: World, client: Client, index: number): Tale {
  for (const week of client.comes ?? []) {
    yield before(week, 1 + ((index + week + 7) % 4), 8 + ((index * 3) % 13))
    const order = await stall.order(client, usualBasket(index + week), client.habit!)
    if (week < 0) return // the market to come
    yield marketDay(week, 8 + (index % 5))
    if (client.habit !== "transfer") {
      await stall.handOverPaid(order)
      continue
    }
    await stall.handOver(order)
    if (week === 0) return // the transfer is still on its way
    yield before(week - 1, 4, 6)
    await stall.receive(order)
  }
}

const tales: Record<CharacterName, (world: World, client: Client) => Tale> = {
  /** The demo's own login: pays a part, and orders again. */
  async *camille({ stall }, client) {
    yield before(4, 2)
    const first = await stall.order(
      client,
      { "panier-petit": 1, "oeufs-6": 1, "pain-500g": 1 },
      "cash"
    )
    yield marketDay(4)
    await stall.handOver(first)
    await stall.receive(first)
    yield before(1, 3)
    const second = await stall.order(
      client,
      { "panier-grand": 1, crottin: 3, "miel-250g": 1 },
      "on_site"
    )
    yield marketDay(1)
    await stall.handOver(second)
    await stall.receive(second, 20)
    yield before(-1, 5)
    await stall.order(client, { "panier-petit": 1, "oeufs-6": 2 }, "card_terminal")
  },

  /** Writes round cheques: the rest stays in reserve. */
  async *sylvie({ stall, till }, client) {
    yield before(3, 2)
    const order = await stall.order(
      client,
      { "poulet-1.6kg": 1, "panier-petit": 1, "reinette-2kg": 1 },
      "cheque"
    )
    yield marketDay(3)
    await stall.handOver(order)
    await stall.receive(order)
    yield marketDay(3, 11)
    await till.take(client, {
      method: "cheque",
      amount: 9.99,
      reference: "7304512",
      note: "Chèque arrondi à 49,99 €",
    })
  },

  /** Three Saturdays, one cheque for all of them. */
  async *bernard({ stall, till }, client) {
    const baskets: Basket[] = [
      { "panier-grand": 1 },
      { "panier-grand": 1, "tomme-250g": 1 },
      { "panier-grand": 1, "oeufs-12": 1 },
    ]
    let owed = 0 // in cents
    for (const [index, basket] of baskets.entries()) {
      yield before(4 - index, 3)
      const order = await stall.order(client, basket, "cheque")
      owed += Math.round((await stall.total(order)) * 100)
      yield marketDay(4 - index, 9)
      await stall.handOver(order)
    }
    yield marketDay(2, 12)
    const amount = owed / 100
    await till.take(client, {
      method: "cheque",
      amount,
      reference: "0091173",
      note: "Trois paniers, un chèque",
    })
  },

  /** The chicken was heavier than ordered, and the order was paid before it was weighed. */
  async *claire({ stall, desk }, client) {
    yield before(1, 4)
    const order = await stall.order(
      client,
      { "poulet-1.6kg": 1, "charlotte-1kg": 2 },
      "card_terminal"
    )
    yield marketDay(1, 8)
    await stall.receive(order)
    yield marketDay(1, 9)
    await desk.change(order, { "charlotte-1kg": 4 }, "Deux kilos de plus à la pesée")
    await stall.handOver(order)
  },

  /** The mushrooms ran out after he had paid: an avoir. */
  async *yves({ stall, desk }, client) {
    yield before(2, 2)
    const order = await stall.order(
      client,
      { "champignons-500g": 2, "poireaux-1kg": 1, salade: 2 },
      "transfer"
    )
    yield before(2, 1)
    await stall.receive(order)
    yield marketDay(2, 9)
    await desk.change(order, { "champignons-500g": 1 }, "Une barquette manquante")
    await stall.handOver(order)
  },

  /** Fell ill, cancelled what was paid; the money stays for next time. */
  async *fatima({ stall, desk }, client) {
    yield before(3, 4)
    const order = await stall.order(client, { "panier-grand": 1, "poires-1kg": 2 }, "transfer")
    yield before(3, 2)
    await stall.receive(order)
    yield before(3, 1)
    await desk.cancel(order)
  },

  /** Brought the honey back, and it was taken off. */
  async *christophe({ stall, desk }, client) {
    yield before(2, 3)
    const order = await stall.order(client, { "miel-500g": 2, "pain-1kg": 1, "jus-1l": 3 }, "cash")
    yield marketDay(2, 10)
    await stall.handOver(order)
    await stall.receive(order)
    yield marketDay(1, 10)
    await desk.takeBack(order, { "miel-500g": 1 })
  },

  /** Phones, and the market marks her orders as paid with Medusa's own button. */
  async *marguerite({ stall }, client) {
    yield before(2, 4, 11)
    const paid = await stall.phoneOrder(client, { "panier-petit": 1, "oeufs-6": 1, salade: 1 })
    yield marketDay(2, 9)
    await stall.markAsPaid(paid)
    yield before(0, 3, 11)
    await stall.phoneOrder(client, { "panier-petit": 1, "charlotte-2.5kg": 1 })
  },

  /** Two baskets taken home, nothing paid: the oldest debt. */
  async *arnaud({ stall }, client) {
    for (const week of [4, 2]) {
      yield before(week, 3)
      const order = await stall.order(
        client,
        { "panier-grand": 1, "tomme-250g": 1, "pain-1kg": 1 },
        "on_site"
      )
      yield marketDay(week, 12)
      await stall.handOver(order)
    }
  },

  /** Comes from the paper notebook with a credit, and eats it up. */
  async *helene({ stall, till }, client) {
    yield before(4, 5, 9)
    await till.write(client, "opening_balance", 60, "Avoir repris du cahier")
    for (const week of [4, 2]) {
      yield before(week, 2)
      const order = await stall.order(client, { "panier-petit": 1, crottin: 2 }, "on_site")
      yield marketDay(week, 9)
      await stall.handOver(order)
    }
  },

  /** Comes from the paper notebook with a debt, and pays it off bit by bit. */
  async *didier({ till }, client) {
    yield before(4, 5, 9)
    await till.write(client, "opening_balance", -135.5, "Dû repris du cahier")
    for (const week of [4, 2, 1]) {
      yield marketDay(week, 11)
      await till.take(client, { method: "cash", amount: 30 })
    }
  },

  /** The cheque bounced. */
  async *rosa({ stall, till }, client) {
    yield before(2, 3)
    const order = await stall.order(
      client,
      { "poulet-2kg": 1, "epinards-500g": 1, "reinette-1kg": 2 },
      "cheque"
    )
    const amount = await stall.total(order)
    yield marketDay(2, 10)
    await stall.handOver(order)
    const cheque = await till.take(client, { method: "cheque", amount, reference: "4420871" })
    yield before(0, 4, 15)
    await till.reverse(cheque, "Chèque revenu impayé")
  },

  /** Moved away owing a few cents. */
  async *simone({ stall, till }, client) {
    yield before(4, 2)
    const order = await stall.order(
      client,
      { "carottes-500g": 1, "potimarron-1kg": 1, "oeufs-6": 1 },
      "cash"
    )
    yield marketDay(4, 10)
    await stall.handOver(order)
    await stall.receive(order, 7)
    yield marketDay(1, 13)
    await till.write(client, "write_off", 0.45, "Partie en Bretagne")
  },

  /** Pays ahead, and took a part back for the holidays. */
  async *mathieu({ stall, till }, client) {
    yield before(4, 4, 10)
    await till.take(client, { method: "transfer", amount: 150, reference: "PROVISION AUTOMNE" })
    for (const week of [4, 3, 1]) {
      yield before(week, 3)
      const order = await stall.order(client, { "panier-petit": 1, "pain-500g": 1 }, "on_site")
      yield marketDay(week, 11)
      await stall.handOver(order)
    }
    yield marketDay(0, 12)
    await till.payOut(client, { method: "cash", amount: 40, note: "À sa demande" })
  },
}

const USUAL: Basket[] = [
  { "panier-petit": 1, "oeufs-6": 1 },
  { "carottes-1kg": 1, "charlotte-1kg": 1, "poireaux-500g": 1, salade: 1 },
  { "panier-grand": 1, "tomme-250g": 1, "pain-1kg": 1 },
  { "epinards-250g": 1, "champignons-250g": 1, "reinette-1kg": 1, crottin: 2 },
  { "poulet-1.6kg": 1, "charlotte-2.5kg": 1, salade: 1 },
  { "jus-1l": 2, "miel-250g": 1, "poires-1kg": 1, "pain-500g": 1 },
  { "potimarron-1.5kg": 1, "carottes-500g": 1, "oeufs-12": 1, crottin: 1 },
]

const usualBasket = (index: number): Basket =>
  USUAL[(((index * 5) % USUAL.length) + USUAL.length) % USUAL.length]!
