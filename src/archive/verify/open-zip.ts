import { createHash } from "node:crypto"
import type { Readable } from "node:stream"
import { openPromise, type Entry, type ZipFile } from "yauzl"
import { UnreadableArchive } from "./problems"

/** A table of text shrinks to a tenth or so; what shrinks to less than this isn't one of ours. */
const MOST_TIMES_LARGER = 200
/** Small files may shrink as they like. */
const SMALL = 1024 * 1024
/** The largest file that is read as a whole: a hundred thousand accounts. */
const LARGEST_WHOLE = 64 * 1024 * 1024

export type Measured = { size: number; sha256: string }

/** A zip whose files are read one after the other, and never written anywhere. */
export class Zip {
  private constructor(
    private readonly file: ZipFile,
    private readonly entries: Map<string, Entry>
  ) {}

  /** @throws where it isn't a zip, is cut short, or holds a name or a file that no archive has. */
  static async open(path: string): Promise<Zip> {
    // Refuses absolute names, and those that lead out of a folder.
    const file = await openPromise(path, { lazyEntries: true, autoClose: false })
    try {
      return new Zip(file, await entriesOf(file))
    } catch (error) {
      file.close()
      throw error
    }
  }

  get names(): string[] {
    return [...this.entries.keys()]
  }

  /** @throws where there is no such file. */
  async stream(name: string): Promise<Readable> {
    const entry = this.entries.get(name)
    if (!entry) throw new UnreadableArchive("it is missing")
    return this.file.openReadStreamPromise(entry)
  }

  async measure(name: string): Promise<Measured> {
    const hash = createHash("sha256")
    let size = 0
    for await (const part of (await this.stream(name)) as AsyncIterable<Buffer>) {
      size += part.length
      hash.update(part)
    }
    return { size, sha256: hash.digest("hex") }
  }

  async text(name: string): Promise<string> {
    if ((this.entries.get(name)?.uncompressedSize ?? 0) > LARGEST_WHOLE) {
      throw new UnreadableArchive("it is too large to be of an archive")
    }
    const parts: Buffer[] = []
    for await (const part of (await this.stream(name)) as AsyncIterable<Buffer>) parts.push(part)
    return Buffer.concat(parts).toString("utf8")
  }

  close(): void {
    this.file.close()
  }
}

function entriesOf(file: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  return new Promise((resolve, reject) => {
    file.on("error", reject)
    file.on("end", () => resolve(entries))
    file.on("entry", (entry: Entry) => {
      const wrong = whyRefused(entry, entries)
      if (wrong) return reject(new UnreadableArchive(`${entry.fileName}: ${wrong}`))
      entries.set(entry.fileName, entry)
      file.readEntry()
    })
    file.readEntry()
  })
}

function whyRefused(entry: Entry, others: Map<string, Entry>): string | null {
  if (others.has(entry.fileName)) return "the zip holds it twice"
  if (entry.isEncrypted()) return "it is encrypted"
  const { compressedSize, uncompressedSize } = entry
  const bursts = uncompressedSize > SMALL && uncompressedSize > compressedSize * MOST_TIMES_LARGER
  return bursts
    ? `${compressedSize} bytes would become ${uncompressedSize}: no archive shrinks that much`
    : null
}
