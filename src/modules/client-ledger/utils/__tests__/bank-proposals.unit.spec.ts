import { type Candidate, exactMatches, type LineToMatch, proposeClients } from "../bank-proposals"
import { creditorReference } from "../creditor-reference"
import { findAccountNumbers, findOrderNumbers } from "../find-references"

const line = (more: Partial<LineToMatch> = {}): LineToMatch => ({
  ...{ id: "line", amount: "30", currency_code: "eur", account_numbers: [], order_numbers: [] },
  ...{ label: "", counterparty: null, remarks: [], ...more },
})
const account = (number: number, more: Partial<Candidate> = {}): Candidate => ({
  ...{ account_id: `account_${number}`, number, customer_name: null, currency_code: "eur" },
  ...{ debt: "0", orders: [], ...more },
})
const anne = account(1, { customer_name: "Anne Morel", debt: "30" })
const zoe = account(2, { customer_name: "Zoé Noël", debt: "30" })
const order = (display_id: number, open: string) => ({ display_id, open })

describe("who may have paid a line", () => {
  const reasons = (given: Partial<LineToMatch>, ...candidates: Candidate[]) =>
    proposeClients(line(given), candidates).map(({ account_id, reasons }) => [account_id, reasons])

  it("a reference comes before the amount, the amount before a name", () => {
    const named = account(3, { customer_name: "Luc Petit" })
    const given = { account_numbers: [4], label: "VIR PETIT LUC" }
    expect(reasons(given, named, anne, account(4))).toEqual([
      ["account_4", ["reference"]],
      ["account_1", ["owes_exactly"]],
      ["account_3", ["name"]],
    ])
  })

  it("the amount and the name together come before either", () => {
    expect(reasons({ counterparty: "M OU MME NOEL ZOE" }, anne, zoe)).toEqual([
      ["account_2", ["owes_exactly", "name"]],
      ["account_1", ["owes_exactly"]],
    ])
    expect(reasons({ label: "mme morel" }, zoe, anne)[0]).toEqual([
      ...["account_1", ["owes_exactly", "surname"]],
    ])
  })

  it("an order that owes exactly this speaks for its client, and is named", () => {
    const two = account(5, { debt: "50", orders: [order(7, "20"), order(8, "30")] })
    expect(proposeClients(line(), [two])).toEqual([
      { account_id: "account_5", reasons: ["order_owes_exactly"], order_display_id: 8 },
    ])
  })

  it("nobody of another currency, and five at most", () => {
    expect(reasons({}, account(6, { debt: "30", currency_code: "usd" }))).toEqual([])
    const many = Array.from({ length: 9 }, (_, n) => account(n + 1, { debt: "30" }))
    expect(reasons({}, ...many)).toHaveLength(5)
  })
})

describe("an exact match", () => {
  const exact = (lines: LineToMatch[], ...candidates: Candidate[]) =>
    Object.fromEntries(exactMatches(lines, candidates))
  const referenced = (id: string, amount = "30") => line({ id, amount, account_numbers: [1] })

  it("takes a reference and the amount, and nothing less", () => {
    expect(exact([referenced("a")], anne, zoe)).toEqual({ a: "account_1" })
    expect(exact([referenced("a", "29.99")], anne)).toEqual({})
    expect(exact([line({ label: "Anne Morel" })], anne)).toEqual({})
  })

  it("is of one account: two references leave a choice", () => {
    expect(exact([line({ account_numbers: [1, 2] })], anne, zoe)).toEqual({})
  })

  it("is made once a debt: of two payments alike the second waits for a person", () => {
    expect(exact([referenced("a"), referenced("b")], anne)).toEqual({ a: "account_1" })
  })

  it("is made once an order, and not again of the whole", () => {
    const two = { ...anne, debt: "50", orders: [order(7, "20"), order(8, "30")] }
    const lines = [referenced("a", "20"), referenced("b", "30"), referenced("c", "50")]
    expect(exact(lines, two)).toEqual({ a: "account_1", b: "account_1" })
    expect(exact([...lines].reverse(), two)).toEqual({ c: "account_1" })
  })

  it("is made by the market's own reference, which names an order", () => {
    const given = line({ order_numbers: [8] })
    expect(exact([given], { ...anne, orders: [order(8, "30")] })).toEqual({ line: "account_1" })
  })
})

describe("references in texts", () => {
  const [forty, big] = [creditorReference(42), creditorReference(1234567)]

  it("an account's is found however it is written, by its check digits", () => {
    for (const text of [
      forty,
      forty.toLowerCase(),
      `VIR SEPA/${forty}.`,
      "RF34 0042",
      "x RF34 0042 05/02",
    ]) {
      expect(findAccountNumbers([text])).toEqual([42])
    }
    const printed = big.replace(/(.{4})/g, "$1 ").trim()
    expect(findAccountNumbers([`${printed} 2026`, forty])).toEqual([1234567, 42])
  })

  it("what isn't one isn't found", () => {
    for (const text of ["RF350042", `X${forty}`, `${forty}X`, "RF", "RF34", "surf340042"]) {
      expect(findAccountNumbers([text])).toEqual([])
    }
  })

  it("an order's is found by the market's words, and by nothing else", () => {
    const find = (text: string, pattern = "{customer} Marché {order}") =>
      findOrderNumbers([text], pattern)
    expect(find("VIR MARCHÉ 42 merci")).toEqual([42])
    expect(find("marché#42")).toEqual([42])
    expect(find("supermarché 42")).toEqual([])
    expect(find("42", "{customer} {order}")).toEqual([])
    expect(find("CMD-7.2 19", "CMD-7.2 {order}")).toEqual([19])
  })
})
