/**
 * Joins callers that ask for the same work while one waits its turn: one checkout wakes the same order several
 * times, and a run that hasn't started yet will see whatever happened before. At most one run and one waiting
 * run per key.
 * @param pauseMs how long a run waits for others to join it before it starts.
 */
export function coalesce<Result>(pauseMs = 0) {
  const running = new Map<string, Promise<Result>>()
  const waiting = new Map<string, Promise<Result>>()

  return (key: string, work: () => Promise<Result>): Promise<Result> => {
    const start = () => {
      const run = work().finally(() => running.get(key) === run && running.delete(key))
      running.set(key, run)
      return run
    }
    const joined = waiting.get(key)
    if (joined) return joined
    const current = running.get(key)
    if (!current && !pauseMs) return start()
    const turn = Promise.all([current?.catch(() => undefined), pause(pauseMs)])
    const next = turn.then(() => {
      waiting.delete(key)
      return start()
    })
    waiting.set(key, next)
    return next
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
