import { createHash } from "node:crypto"
import { Readable } from "node:stream"
import { stringify } from "csv-stringify/sync"
import { ZipFile } from "yazl"
import {
  AS_MADE,
  COLUMNS,
  FORMAT,
  TABLES,
  toCell,
  type AccountHead,
  type Heads,
  type Manifest,
  type Period,
  type TableName,
} from "./format"
import { readmeOf } from "./readme"

type Row = Record<string, string | number | null>

/** Where an archive takes its rows from, a page at a time. */
export type ArchiveSource = {
  period: Period & { closings: Heads["closings"] }
  currencies: string[]
  settings: unknown
  rows: (table: TableName) => AsyncIterable<Row[]>
  heads: () => AsyncIterable<AccountHead[]>
}

/**
 * The archive as a zip, written while it is read: of a large ledger no more than a page is ever in memory. When reading
 * fails the stream does, so that nobody keeps half an archive.
 */
export function writeArchive(source: ArchiveSource, madeAt: Date): Readable {
  const zip = new ZipFile()
  const output = zip.outputStream as Readable
  zip.on("error", (error: Error) => output.destroy(error))
  const files: Manifest["files"] = []
  const add = (name: string, content: () => AsyncIterable<string>) =>
    // Each begins once the one before it has ended: the manifest tells of them all.
    zip.addReadStreamLazy(name, { mtime: madeAt }, (done) =>
      done(null, Readable.from(measured(name, content(), files)))
    )

  for (const table of TABLES) add(table, () => csvOf(table, source.rows(table)))
  add("heads.json", () => headsOf(source))
  add("settings.json", () => text(jsonOf(source.settings)))
  add("README.txt", () => text(readmeOf(source.period)))
  add("manifest.json", () => text(jsonOf(manifestOf(source, [...files], madeAt))))
  add("SHA256SUMS", () => text(files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join("")))
  zip.end()
  return output
}

async function* measured(name: string, content: AsyncIterable<string>, files: Manifest["files"]) {
  const hash = createHash("sha256")
  let size = 0
  for await (const part of content) {
    const bytes = Buffer.from(part)
    hash.update(bytes)
    size += bytes.length
    yield bytes
  }
  files.push({ name, size, sha256: hash.digest("hex"), frozen: !AS_MADE.includes(name) })
}

/** Every text in quotes, so that an empty one isn't taken for none. The byte order mark tells Excel that it is UTF-8. */
async function* csvOf(table: TableName, pages: AsyncIterable<Row[]>) {
  const columns: readonly string[] = COLUMNS[table]
  const options = { quoted_string: true, record_delimiter: "\n" }
  yield `\ufeff${stringify([[...columns]], { record_delimiter: "\n" })}`
  for await (const rows of pages) {
    const cells = rows.map((row) => columns.map((column) => toCell(row[column] ?? null)))
    if (cells.length) yield stringify(cells, options)
  }
}

async function* headsOf({ period, heads }: ArchiveSource) {
  yield `{"closings": ${JSON.stringify(period.closings)},\n"accounts": [`
  let separator = "\n"
  for await (const page of heads()) {
    for (const head of page) {
      yield separator + JSON.stringify(head)
      separator = ",\n"
    }
  }
  yield "\n]}\n"
}

async function* text(content: string) {
  yield content
}

const jsonOf = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

const manifestOf = (
  { period, currencies }: ArchiveSource,
  files: Manifest["files"],
  madeAt: Date
): Manifest => ({
  format: FORMAT,
  market: period.market,
  year: period.year,
  time_zone: period.time_zone,
  from: period.from,
  to: period.to,
  currencies,
  made_at: madeAt.toISOString(),
  files,
})
