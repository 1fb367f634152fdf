import { takenByProvider } from "../provider-amounts"

const intent = (amount_received: unknown, currency = "eur") => ({
  data: { object: "payment_intent", id: "pi_1", amount_received, currency },
})

describe("what a provider says that it took", () => {
  it.each([
    [1234, "eur", "12.34"],
    [0, "eur", "0"],
    [1234, "jpy", "1234"],
    [1230, "kwd", "1.23"],
  ])("Stripe's %d of %s are %s", (received, currency, amount) => {
    expect(takenByProvider(intent(received, currency))).toBe(amount)
  })

  it.each([[null], [{}], [{ id: "pi_1", amount_received: 1234, currency: "eur" }]])(
    "%j says nothing that we know",
    (data) => {
      expect(takenByProvider({ data })).toBeNull()
    }
  )

  it("an intent without its amount says nothing", () => {
    expect(takenByProvider(intent(undefined))).toBeNull()
  })
})
