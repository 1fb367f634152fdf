import type { ForeignMember } from "../foreign-ledger"
import { identify, type Acquaintance } from "../identify"

const member = (id: string, email: string | null, second: string | null = null): ForeignMember => ({
  ...{ id, email, first_name: null, last_name: null, phone: null },
  second: second ? { first_name: null, last_name: null, email: second, phone: null } : null,
  ...{ balance: 0n, is_member: true, exists: true },
})
const customer = (id: string, email: string, has_account = false): Acquaintance => ({
  ...{ id, email, has_account },
})
const who = (members: ForeignMember[], customers: Acquaintance[], known: [string, string][] = []) =>
  [...identify(members, customers, new Map(known))].map(([id, { customer_id, reasons }]) =>
    [id, customer_id, ...reasons].join(" ")
  )

describe("a member is known again", () => {
  it("by his e-mail, whatever its case, as the registered one of two", () => {
    const customers = [
      customer("cus_reg", "ADA@example.com", true),
      customer("cus", "ada@Example.com"),
    ]
    expect(who([member("1", "Ada@Example.com")], customers)).toEqual(["1 cus_reg"])
  })

  it("by the second person's, unless another member has it as his own", () => {
    const customers = [customer("cus_line", "line@example.com")]
    expect(who([member("1", "a@b.c", "Line@example.com")], customers)).toEqual(["1 cus_line"])
    expect(
      who([member("1", "a@b.c", "line@example.com"), member("2", "line@example.com")], customers)
    ).toEqual(["1 ", "2 cus_line"])
  })

  it("by an earlier import, though his e-mail changed since", () => {
    expect(who([member("1", "new@example.com")], [], [["1", "cus_1"]])).toEqual(["1 cus_1"])
  })

  it("not by an e-mail that two members share", () => {
    const two = [member("1", "a@b.c"), member("2", "A@B.c")]
    expect(who(two, [])).toEqual(["1  same_email", "2  same_email"])
    expect(who(two, [customer("cus", "a@b.c")])).toEqual(["1  same_email", "2  same_email"])
    expect(who(two, [customer("cus", "a@b.c")], [["1", "cus"]])).toEqual(["1 cus", "2  same_email"])
  })

  it("not without an e-mail, which is said", () => {
    expect(who([member("1", null), member("2", "none"), member("3", null, "l@b.c")], [])).toEqual([
      "1  no_email",
      "2  no_email",
      "3 ",
    ])
  })
})
