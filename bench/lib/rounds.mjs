/** The middle of some figures. */
export function median(figures) {
  const sorted = [...figures].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/**
 * Runs the measures by turns, so that whatever else the machine does falls on all of them, and answers each
 * one's figures by round.
 * @param measures by name, how to take a figure once
 */
export async function interleave(rounds, measures) {
  const figures = Object.fromEntries(Object.keys(measures).map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    const names = Object.keys(measures)
    // Every other round runs backwards: none always follows the same one.
    for (const name of round % 2 ? names.reverse() : names) {
      figures[name].push(await measures[name]())
    }
  }
  return figures
}

/** The median of the ratios, taken round by round. */
export const ratioOf = (figures, base) =>
  median(figures.map((figure, round) => figure / base[round]))

/** How many times `work` ends in the given seconds, per second, with some callers at once; it is told which one calls. */
export async function rate(callers, seconds, work) {
  const began = performance.now()
  const deadline = began + seconds * 1000
  let done = 0
  const caller = async (number) => {
    while (performance.now() < deadline) {
      await work(number)
      done++
    }
  }
  await Promise.all(Array.from({ length: callers }, (_, number) => caller(number)))
  return done / ((performance.now() - began) / 1000)
}
