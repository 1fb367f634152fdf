import { generateEntityId } from "@medusajs/framework/utils"
import { mintIds } from "../mint-ids"

describe("minted ids", () => {
  it("look like Medusa's own", () => {
    const shape = /^clent_[0-9A-HJKMNP-TV-Z]{26}$/
    expect(generateEntityId(undefined, "clent")).toMatch(shape)
    for (const id of mintIds("clent", 50)) expect(id).toMatch(shape)
  })

  it("carry the time at their front, as Medusa's do, so that later ones sort behind", async () => {
    const [before] = mintIds("clent", 1)
    await new Promise((resolve) => setTimeout(resolve, 5))
    const medusas = generateEntityId(undefined, "clent")
    await new Promise((resolve) => setTimeout(resolve, 5))
    const [after] = mintIds("clent", 1)
    expect([after, before, medusas].sort()).toEqual([before, medusas, after])
  })

  it("don't repeat", () => {
    expect(new Set(mintIds("clent", 20_000)).size).toBe(20_000)
    expect(mintIds("clent", 0)).toEqual([])
  })
})
