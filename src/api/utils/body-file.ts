import { createWriteStream } from "node:fs"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Transform } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

const MEGABYTE = 1024 * 1024

/**
 * Lets the request's body, whichever its type, flow into a file of this machine's while the work is done, and takes the file away
 * after. For a route without a body parser.
 * @throws INVALID_DATA when it is larger than that.
 */
export async function withBodyFile<Result>(
  req: MedusaRequest,
  megabytes: number,
  work: (path: string) => Promise<Result>
): Promise<Result> {
  const directory = await mkdtemp(join(tmpdir(), "client-ledger-"))
  try {
    const path = join(directory, "body")
    // Bank statements are nobody else's to read.
    await pipeline(req, atMost(megabytes), createWriteStream(path, { mode: 0o600 }))
    return await work(path)
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

function atMost(megabytes: number): Transform {
  let size = 0
  return new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.length
      if (size <= megabytes * MEGABYTE) return done(null, chunk)
      const reason = `The file is larger than ${megabytes} MB`
      done(new MedusaError(MedusaError.Types.INVALID_DATA, reason))
    },
  })
}
