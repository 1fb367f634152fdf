import { duration } from "./stages.mjs"

/** Counts what passed and what failed, and says it in the one line that `.ci/run` ends with. */
export class Tally {
  results = []

  /** `failures`: what failed by name, where it has parts with names. */
  add(name, { passed, failed, took, failures = [] }) {
    this.results.push({ name, passed, failed, took, failures })
    return failed === 0
  }

  /** Runs a check; an error is its failure. Answers whether it passed. */
  async check(name, work) {
    heading(name)
    const started = Date.now()
    let passed = 1
    try {
      await work()
    } catch (error) {
      passed = 0
      console.error(error.message)
      if (error.cause) console.error(error.cause)
    }
    return this.add(name, { passed, failed: 1 - passed, took: Date.now() - started })
  }

  /** Prints the results and answers the exit code. */
  report() {
    const total = (key) => this.results.reduce((sum, result) => sum + result[key], 0)
    const width = Math.max(...this.results.map(({ name }) => name.length))
    heading("result")
    for (const { name, passed, failed, took } of this.results) {
      const mark = failed ? "✗" : "✓"
      console.log(
        `${mark} ${name.padEnd(width)}  ${passed} passed, ${failed} failed  ${duration(took)}`
      )
    }
    // Once more at the end: what failed is far up in a long output, or cut out of it.
    for (const { name, failures } of this.results) {
      for (const failure of failures) console.log(`✕ ${name}: ${failure}`)
    }
    console.log(`\n${total("passed")} passed, ${total("failed")} failed`)
    return total("failed") ? 1 : 0
  }
}

export function heading(text) {
  console.log(`\n── ${text} ${"─".repeat(Math.max(3, 76 - text.length))}`)
}
