/**
 * Joins callers that ask for the same work while one waits its turn: one checkout wakes the same order several
 * times, and a run that hasn't started yet will see whatever happened before. At most one run and one waiting
 * run per key.
 */
export function coalesce<Result>() {
  const running = new Map<string, Promise<Result>>()
  const waiting = new Map<string, Promise<Result>>()

  return (key: string, work: () => Promise<Result>): Promise<Result> => {
    const start = () => {
      const run = work().finally(() => running.get(key) === run && running.delete(key))
      running.set(key, run)
      return run
    }
    const current = running.get(key)
    if (!current) return start()
    const next =
      waiting.get(key) ??
      current
        .catch(() => undefined)
        .then(() => {
          waiting.delete(key)
          return start()
        })
    waiting.set(key, next)
    return next
  }
}
