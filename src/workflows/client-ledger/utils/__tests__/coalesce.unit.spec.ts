import { coalesce } from "../coalesce"

describe("coalesce", () => {
  const gate = () => {
    let open = () => {}
    const closed = new Promise<void>((resolve) => (open = resolve))
    return { closed, open }
  }

  it("runs once more for all who asked while it ran", async () => {
    const once = coalesce<number>()
    const first = gate()
    let runs = 0
    const work = async () => {
      const run = ++runs
      if (run === 1) await first.closed
      return run
    }
    const asked = [once("a", work), once("a", work), once("a", work)]
    first.open()
    expect(await Promise.all(asked)).toEqual([1, 2, 2])
  })

  it("pauses before it starts, and runs once for all who ask meanwhile", async () => {
    const once = coalesce<number>(20)
    let runs = 0
    const work = async () => ++runs
    const asked = [once("a", work), once("a", work), once("a", work)]
    expect(runs).toBe(0)
    expect(await Promise.all(asked)).toEqual([1, 1, 1])
    expect(await once("a", work)).toBe(2)
  })

  it("doesn't make one key wait for another, nor remember a run that ended", async () => {
    const once = coalesce<string>()
    const never = gate()
    void once("a", async () => {
      await never.closed
      return "a"
    })
    expect(await once("b", async () => "b")).toBe("b")
    expect(await once("b", async () => "again")).toBe("again")
    never.open()
  })

  it("tells the failure of a run to who asked for it, and runs for who waited", async () => {
    const once = coalesce<string>()
    const failing = once("a", async () => {
      throw new Error("no")
    })
    const waiting = once("a", async () => "done")
    await expect(failing).rejects.toThrow("no")
    expect(await waiting).toBe("done")
  })
})
