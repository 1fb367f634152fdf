import { checkBalances, type CustomerMatch } from "../opening-balances"
import { readBalancesCsv } from "../opening-balances-csv"

describe("a file of balances", () => {
  const read = (csv: string) => readBalancesCsv(csv).map((row) => [row.line, row.email, row.amount])

  it("may be separated by commas, semicolons or tabs, with or without a byte order mark", () => {
    const rows = [[2, "a@example.com", "12,40"]]
    expect(read('email,amount\na@example.com,"12,40"\n')).toEqual(rows)
    expect(read("\uFEFFCourriel;Solde\r\na@example.com;12,40\r\n")).toEqual(rows)
    expect(read("E-mail\tMontant\na@example.com\t12,40")).toEqual(rows)
  })

  it("may name its columns in French or English, in any order, among others", () => {
    const [row] = readBalancesCsv(
      "Nom;Libellé;Devise;Date de valeur;Solde;Adresse e-mail\nAnna;Avoir;EUR;31/01/2026;5;a@example.com"
    )
    expect(row).toEqual({
      line: 2,
      email: "a@example.com",
      customer_id: "",
      amount: "5",
      currency_code: "EUR",
      note: "Avoir",
      value_date: "31/01/2026",
    })
  })

  it("keeps the lines' numbers over empty ones", () => {
    expect(read("email,amount\n\na@example.com,1\n,\nb@example.com,2")).toEqual([
      [3, "a@example.com", "1"],
      [5, "b@example.com", "2"],
    ])
  })

  it("needs a client and an amount, and has to be CSV", () => {
    for (const csv of ["", "email,note\na@example.com,x", "amount\n5", "a@example.com,5"]) {
      expect(() => readBalancesCsv(csv)).toThrow(/^csv: the first line must name/)
    }
    expect(() => readBalancesCsv('email,amount\n"a@example.com,5')).toThrow(/^csv: /)
  })
})

describe("its lines", () => {
  const customer = (id: string, email: string, has_account = true): CustomerMatch => ({
    id,
    email,
    has_account,
    first_name: id,
    last_name: null,
    company_name: null,
  })
  const customers = [
    customer("cus_a", "A@example.com"),
    customer("cus_guest", "twice@example.com", false),
    customer("cus_registered", "twice@example.com"),
    customer("cus_1", "many@example.com", false),
    customer("cus_2", "many@example.com", false),
  ]
  const check = (line: string, currency: string | null = "eur") =>
    checkBalances(
      readBalancesCsv(`email;customer_id;amount;currency;date\n${line}`),
      customers,
      currency
    )

  it("find the client by e-mail or id, the registered one first", () => {
    const [a, b, c] = check("a@EXAMPLE.com;;1\ntwice@example.com;;1\n;cus_1;1")
    expect([a, b, c].map((row) => row!.holder?.customer_id)).toEqual([
      "cus_a",
      "cus_registered",
      "cus_1",
    ])
    expect(a).toMatchObject({
      amount: "1",
      currency_code: "eur",
      note: "Opening balance",
      error: null,
    })
  })

  it("say what is wrong with each", () => {
    const error = (line: string, currency?: string | null) => check(line, currency)[0]!.error
    expect(error("x@example.com;;1")).toBe("unknown customer")
    expect(error(";;1")).toMatch(/no client/)
    expect(error("many@example.com;;1")).toMatch(/several customers/)
    expect(error("a@example.com;;abc")).toMatch(/^amount: "abc"/)
    expect(error("a@example.com;;")).toMatch(/^amount/)
    expect(error("a@example.com;;1,234")).toMatch(/^amount: must have at most 2 decimals/)
    expect(error("a@example.com;;0,5;JPY")).toMatch(/^amount: must have no decimals/)
    expect(error("a@example.com;;1;ZZZ")).toMatch(/^currency_code/)
    expect(error("a@example.com;;1", null)).toMatch(/^currency_code/)
    expect(error("a@example.com;;1;;soon")).toMatch(/^value_date/)
    expect(error("a@example.com;;1;;2999-01-01")).toMatch(/^value_date: must not be in the future/)
  })

  it("may name a client once per currency", () => {
    const rows = check("a@example.com;;1\na@example.com;;2;USD\n;cus_a;3;EUR")
    expect(rows.map((row) => row.error)).toEqual([
      null,
      null,
      "the same client is on line 2 already",
    ])
  })

  it("of zero have nothing to record, which is no error", () => {
    expect(check("a@example.com;;0,00")[0]).toMatchObject({
      amount: "0",
      error: null,
      note: "The balance is zero: nothing to record",
    })
  })
})
