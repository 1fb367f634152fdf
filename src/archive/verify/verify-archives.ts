import { FORMAT, type Heads, type Manifest, type TableName } from "../format"
import { checkClosings } from "./check-closings"
import { checkEntries, type ClaimedHeads } from "./check-entries"
import { checkFiles } from "./check-files"
import { checkJoin, type ArchivedYear } from "./check-join"
import { checkAccounts, checkDeposits, checkReceiptChanges } from "./check-others"
import { checkReceipts } from "./check-receipts"
import { Zip } from "./open-zip"
import { messageOf, Problems } from "./problems"
import { readTable } from "./tables"

/** Hashes that a person copied from a statement or a closing: as "account hash" or "any hash", and "number hash". */
export type Paper = { heads: Set<string>; closings: Set<string> }
const noPaper = (): Paper => ({ heads: new Set(), closings: new Set() })

export type ArchiveReport = {
  path: string
  year: ArchivedYear | null
  /** How much was looked at. */
  accounts: number
  entries: number
  receipts: number
  closings: number
  problems: Problems
}

/**
 * Checks one archive by itself, without any database: its files' checksums, each account's chain of hashes, the closings'
 * chain, and that receipts, slips and heads say what these say.
 * @param path of the zip file.
 * @param paper what was printed: what the archive holds of it is taken out, so that what is left was found nowhere.
 */
export async function verifyArchive(
  path: string,
  paper: Paper = noPaper()
): Promise<ArchiveReport> {
  const problems = new Problems()
  const report = { path, year: null, accounts: 0, entries: 0, receipts: 0, closings: 0, problems }
  let zip: Zip
  try {
    zip = await Zip.open(path)
  } catch (error) {
    problems.add(`It can't be read as a zip file: ${messageOf(error)}`)
    return report
  }
  try {
    const manifest = await readJson<Manifest>(zip, "manifest.json", problems)
    if (!manifest || !isOfOurs(manifest, problems)) return report
    await checkFiles(zip, manifest, problems)
    const heads = await readJson<Heads>(zip, "heads.json", problems)
    if (!heads || !hasHeads(heads, problems)) return report
    const year = { manifest, heads }
    return { ...report, year, ...(await checkTables(zip, year, paper, problems)) }
  } finally {
    zip.close()
  }
}

/** Checks that each year begins as the one before it ended. Years in any order; those that can't be read are left out. */
export function verifyJoins(years: ArchivedYear[]): Problems {
  const problems = new Problems()
  const sorted = [...years].sort((a, b) => a.manifest.year - b.manifest.year)
  sorted.slice(1).forEach((later, n) => checkJoin(sorted[n]!, later, problems))
  return problems
}

async function checkTables(
  zip: Zip,
  { manifest, heads }: ArchivedYear,
  paper: Paper,
  problems: Problems
) {
  const claimed: ClaimedHeads = new Map()
  // What can't be read to its end is told, and the rest is checked all the same.
  const reading = async <Result>(name: string, check: () => Promise<Result>) => {
    try {
      return await check()
    } catch (error) {
      problems.add(`${name}: it can't be read: ${messageOf(error)}`)
      return null
    }
  }
  const table = async function* <Name extends TableName>(name: Name) {
    yield* readTable(name, await zip.stream(name))
  }
  await reading("accounts.csv", () =>
    checkAccounts(table("accounts.csv"), heads.accounts, problems)
  )
  const closings = await reading("closings.csv", () =>
    checkClosings(
      table("closings.csv"),
      heads.closings,
      manifest,
      { claimed, expected: paper.closings },
      problems
    )
  )
  const entries = await reading("entries.csv", () =>
    checkEntries(table("entries.csv"), heads.accounts, { claimed, expected: paper.heads }, problems)
  )
  const counts = {
    accounts: heads.accounts.length,
    entries: entries?.checked ?? 0,
    closings: closings?.checked ?? 0,
  }
  if (!closings || !entries) return counts
  const witnesses = { taken: closings.taken, money: entries.receipts }
  const receipts = await reading("receipts.csv", () =>
    checkReceipts(table("receipts.csv"), witnesses, problems)
  )
  if (!receipts) return counts
  await reading("receipt_changes.csv", () =>
    checkReceiptChanges(table("receipt_changes.csv"), receipts, problems)
  )
  await reading("cheque_deposits.csv", () =>
    checkDeposits(
      table("cheque_deposits.csv"),
      table("cheque_deposit_lines.csv"),
      receipts,
      problems
    )
  )
  return { ...counts, receipts: receipts.size }
}

async function readJson<Value>(zip: Zip, name: string, problems: Problems): Promise<Value | null> {
  try {
    return JSON.parse(await zip.text(name)) as Value
  } catch (error) {
    problems.add(`${name}: it can't be read: ${messageOf(error)}`)
    return null
  }
}

/** Another version of the format would be checked by other rules. */
function isOfOurs(manifest: Manifest, problems: Problems): boolean {
  const isOurs = manifest?.format === FORMAT && Array.isArray(manifest.files)
  return problems.expect(
    isOurs,
    () => `manifest.json: its format is ${manifest?.format}; this program reads ${FORMAT}`
  )
}

const hasHeads = (heads: Heads, problems: Problems): boolean =>
  problems.expect(
    Array.isArray(heads?.accounts) && typeof heads.closings === "object" && heads.closings !== null,
    () => "heads.json: it doesn't hold the heads of accounts and closings"
  )
