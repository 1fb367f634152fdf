const RealDate = Date
let offset = 0

/**
 * Moves this process to another time. Medusa stamps an order, a payment or a return with the time it is made
 * and has no way to say otherwise, and a market that sold everything today has neither history nor overdue
 * debts. Time goes on from there.
 */
export function travelTo(moment: Date): void {
  offset = moment.getTime() - RealDate.now()
  globalThis.Date = StoryDate as DateConstructor
}

/** The time that it really is. */
export const realNow = (): Date => new RealDate()

class StoryDate extends RealDate {
  constructor(...args: unknown[]) {
    // A date has many constructors; whichever was meant, it is the real one's.
    super(...((args.length ? args : [StoryDate.now()]) as [number]))
  }

  static override now(): number {
    return RealDate.now() + offset
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    return Object.prototype.toString.call(value) === "[object Date]"
  }
}

const DAY = 24 * 60 * 60 * 1000

/** The Saturday market, `weeksAgo` before the last one, at an hour of the morning; -1 is the next one. */
export function marketDay(weeksAgo: number, hour = 10): Date {
  const day = realNow()
  // Before Saturday evening the last market is the one a week ago: this week's orders still wait for theirs.
  day.setDate(day.getDate() - ((day.getDay() + 1) % 7 || 7) - 7 * weeksAgo)
  day.setHours(hour, 0, 0, 0)
  return day
}

/** A day in the week before that market; never later than now. */
export function before(weeksAgo: number, days: number, hour = 19): Date {
  const day = new RealDate(marketDay(weeksAgo, hour).getTime() - days * DAY)
  const latest = realNow().getTime() - 10 * 60 * 1000
  return new RealDate(Math.min(day.getTime(), latest))
}

/** Somebody's story: it yields the moment of its next scene, and goes on when that has come. */
export type Tale = AsyncGenerator<Date, void, void>

/** Tells all the tales at once, scene by scene, in the order of time. */
export async function tell(tales: Tale[]): Promise<void> {
  const scenes: { at: Date; tale: Tale }[] = []
  const advance = async (tale: Tale) => {
    const { value: at, done } = await tale.next()
    if (!done) scenes.push({ at, tale })
  }
  for (const tale of tales) await advance(tale)
  while (scenes.length) {
    scenes.sort((one, other) => one.at.getTime() - other.at.getTime())
    const scene = scenes.shift()!
    travelTo(scene.at)
    await advance(scene.tale)
  }
}
