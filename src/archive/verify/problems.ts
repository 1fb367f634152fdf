/** What is wrong with an archive, each in a sentence. All are counted, the first of them are kept. */
export class Problems {
  readonly messages: string[] = []
  count = 0

  constructor(private readonly most = 200) {}

  add(message: string): void {
    this.count += 1
    if (this.messages.length < this.most) this.messages.push(message)
  }

  /** @returns whether it holds. */
  expect(holds: boolean, message: () => string): boolean {
    if (!holds) this.add(message())
    return holds
  }
}

export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

/** What was given is no archive, or a part of one can't be read. */
export class UnreadableArchive extends Error {}
