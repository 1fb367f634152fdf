import * as onSiteProviders from "../../../../providers/on-site-payment/service"
import { validateOptions } from "../options"
import { methodOfProvider, onSiteMethodOf } from "../providers"

describe("the plugin's options", () => {
  it("are none, or providers to be taken for online ones", () => {
    expect(validateOptions({})).toEqual({})
    expect(validateOptions({ online_providers: ["pp_cash_vouchers"] })).toEqual({
      online_providers: ["pp_cash_vouchers"],
    })
  })

  it("are refused with the option's name when Medusa starts", () => {
    expect(() => validateOptions({ online_providers: ["stripe"] })).toThrow(/online_providers\.0/)
    expect(() => validateOptions({ colour: "blue" })).toThrow(/colour/)
  })
})

describe("the on-site providers' options", () => {
  it("are none: what was meant is set in the admin", () => {
    for (const Provider of Object.values(onSiteProviders)) {
      expect(() => Provider.validateOptions({})).not.toThrow()
      expect(() => Provider.validateOptions({ iban: "FR76" })).toThrow(/"iban".*Settings/)
    }
  })
})

describe("a payment provider's method", () => {
  it("is read from its id, with or without the id of its configuration", () => {
    expect(onSiteMethodOf("pp_cheque_market")).toBe("cheque")
    expect(onSiteMethodOf("pp_card-terminal")).toBe("card_terminal")
    expect(onSiteMethodOf("pp_system_default")).toBe("on_site")
  })

  it("is online for every other, and for those that the options name", () => {
    expect(methodOfProvider("pp_stripe_stripe")).toBe("online")
    expect(methodOfProvider("pp_cashew_market")).toBe("online")
    expect(methodOfProvider("pp_cash_vouchers", ["pp_cash_vouchers"])).toBe("online")
  })
})
