import { createReadStream } from "node:fs"
import { open } from "node:fs/promises"
import { readCamt } from "./camt"
import { readCsv } from "./csv"
import type { CsvFormat } from "./csv-format"
import { readOfx } from "./ofx"
import { type StatementFormat, type StatementItem, unreadable } from "./statement"

/** What a file is, by its first characters and all its bytes. */
export type StatementFile = { path: string; format: StatementFormat; encoding: string }

const HEAD = 4096
const NOT_UTF8 = "ERR_ENCODING_INVALID_ENCODED_DATA"
const XML_ENCODING = /^<\?xml[^>]*encoding=["']([\w-]+)["']/

/**
 * Which format a file is of, and how its characters are written: UTF-8 if its bytes are, whatever it says of itself; else what an
 * XML file declares; else Windows-1252, which banks and older spreadsheets write.
 * @param isWhole false for a file's beginning, which may end within a character.
 * @throws INVALID_DATA when it isn't text, or XML of another kind.
 */
export async function recognize(path: string, { isWhole = true } = {}): Promise<StatementFile> {
  const head = await readHead(path)
  if (!head.length) throw unreadable({ line: 1 }, "the file is empty")
  const encoding = await encodingOf(path, head, isWhole)
  const text = new TextDecoder(encoding).decode(head).trimStart()
  if (text.includes("\0")) {
    throw unreadable({ line: 1 }, "expected camt.053 (XML), OFX or CSV, and found no text")
  }
  return { path, encoding, format: formatOf(text) }
}

function formatOf(head: string): StatementFormat {
  if (/^OFXHEADER\s*:/i.test(head) || /<\?OFX\b|<OFX>/i.test(head)) return "ofx"
  return head.startsWith("<") ? "camt.053" : "csv"
}

/** What the file holds, piece by piece. @throws INVALID_DATA; for CSV also when its columns aren't known. */
export function readStatement(
  { path, format, encoding }: StatementFile,
  csv: CsvFormat | null
): AsyncGenerator<StatementItem> {
  const chunks = decode(path, encoding)
  if (format === "camt.053") return readCamt(chunks)
  if (format === "ofx") return readOfx(chunks)
  if (!csv) {
    throw unreadable(
      { line: 1 },
      "this looks like CSV: say first which columns this bank account's CSV has"
    )
  }
  return readCsv(chunks, csv)
}

async function* decode(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const bytes of createReadStream(path)) {
    yield decoder.decode(bytes as Buffer, { stream: true })
  }
  yield decoder.decode()
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function encodingOf(path: string, head: Buffer, isWhole: boolean): Promise<string> {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le"
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be"
  if (await isUtf8(path, isWhole)) return "utf-8"
  const declared = XML_ENCODING.exec(head.toString("latin1"))?.[1]
  return declared && !/^utf/i.test(declared) && isKnown(declared) ? declared : "windows-1252"
}

async function isUtf8(path: string, isWhole: boolean): Promise<boolean> {
  const decoder = new TextDecoder("utf-8", { fatal: true })
  try {
    for await (const bytes of createReadStream(path)) {
      decoder.decode(bytes as Buffer, { stream: true })
    }
    decoder.decode(undefined, { stream: !isWhole })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === NOT_UTF8) return false
    throw error
  }
}

function isKnown(encoding: string): boolean {
  try {
    return Boolean(new TextDecoder(encoding))
  } catch {
    return false
  }
}
