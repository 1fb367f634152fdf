#!/usr/bin/env node
/**
 * Checks archives of closed years without the shop and its database:
 * `medusa-client-ledger-verify archive-2025.zip [archive-2026.zip …] [--expect-head [ACCOUNT=]HASH] [--expect-closing NO=HASH]`.
 * Exits with 0 when everything holds, with 1 when something doesn't, with 2 when it was called wrongly.
 */
import { parseArgs } from "node:util"
import { messageOf, type Problems } from "../archive/verify/problems"
import {
  verifyArchive,
  verifyJoins,
  type ArchiveReport,
  type Paper,
} from "../archive/verify/verify-archives"

const HEAD = "--expect-head"
const CLOSING = "--expect-closing"
const USAGE = `Usage: medusa-client-ledger-verify ARCHIVE.zip [ARCHIVE.zip …]
  --expect-head [ACCOUNT=]HASH   a head printed on a statement; may be given several times
  --expect-closing NUMBER=HASH   the hash printed on a closing; may be given several times`

class WrongCall extends Error {}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      "expect-head": { type: "string", multiple: true, default: [] },
      "expect-closing": { type: "string", multiple: true, default: [] },
    },
  })
  if (!positionals.length) throw new WrongCall("Which archive?")
  return {
    paths: positionals,
    paper: {
      heads: copied(HEAD, values["expect-head"] ?? []),
      closings: copied(CLOSING, values["expect-closing"] ?? []),
    },
  }
}

function copied(option: string, given: string[]): Set<string> {
  return new Set(
    given.map((one) => {
      const [, what, hash] = /^(?:([^=\s]+)=)?([0-9a-f]{64})$/i.exec(one.trim()) ?? []
      if (!hash || (!what && option === CLOSING)) {
        throw new WrongCall(`${option} ${one}: write it as NAME=HASH, the hash with its 64 digits`)
      }
      return `${what ?? "any"} ${hash.toLowerCase()}`
    })
  )
}

function tell({ path, year, problems, ...counts }: ArchiveReport) {
  const of = year ? `: ${year.manifest.market}, ${year.manifest.year}` : ""
  console.log(`${path}${of}`)
  const { accounts, entries, receipts, closings } = counts
  console.log(
    `  checked: ${accounts} accounts, ${entries} entries, ${receipts} receipts, ${closings} closings`
  )
  tellProblems(problems)
}

function tellProblems(problems: Problems) {
  if (!problems.count) return console.log("  no problem found")
  for (const message of problems.messages) console.log(`  PROBLEM ${message}`)
  const untold = problems.count - problems.messages.length
  if (untold) console.log(`  … and ${untold} more`)
}

function tellPaper(paper: Paper, asked: number): number {
  const missing = [
    ...[...paper.heads].map((head) => `${head.replace(" ", ": no entry has the hash ")}`),
    ...[...paper.closings].map((one) => `no. ${one.replace(" ", " hasn't the hash ")}`),
  ]
  if (asked) console.log(`Printed hashes: ${asked - missing.length} of ${asked} found`)
  for (const message of missing) console.log(`  PROBLEM ${message}`)
  return missing.length
}

async function main(): Promise<number> {
  const { paths, paper } = readArguments()
  const asked = paper.heads.size + paper.closings.size
  const reports: ArchiveReport[] = []
  for (const path of paths) {
    reports.push(await verifyArchive(path, paper))
    tell(reports.at(-1)!)
  }
  const joins = verifyJoins(reports.flatMap(({ year }) => year ?? []))
  if (paths.length > 1) {
    console.log("From year to year")
    tellProblems(joins)
  }
  const missing = tellPaper(paper, asked)
  return reports.some(({ problems }) => problems.count) || joins.count || missing ? 1 : 0
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(`${messageOf(error)}\n${USAGE}`)
    process.exitCode = 2
  }
)
