import { TABLES, type Manifest } from "../format"
import type { Zip } from "./open-zip"
import { messageOf, type Problems } from "./problems"

const MANIFEST = "manifest.json"
const SUMS = "SHA256SUMS"
const EXPECTED: readonly string[] = [
  ...[...TABLES, "heads.json", "settings.json", "README.txt", MANIFEST, SUMS],
]

/** Every file is there, none is too many, and each is byte for byte the one that manifest and checksums tell of. */
export async function checkFiles(zip: Zip, manifest: Manifest, problems: Problems): Promise<void> {
  for (const name of EXPECTED.filter((name) => !zip.names.includes(name))) {
    problems.add(`${name}: it is missing`)
  }
  for (const name of zip.names.filter((name) => !EXPECTED.includes(name))) {
    problems.add(`${name}: an archive has no such file`)
  }
  const told = new Map(manifest.files.map((file) => [file.name, file]))
  const sums = await readSums(zip, problems)
  for (const name of EXPECTED.filter((name) => name !== SUMS && zip.names.includes(name))) {
    const wrong = await wrongFile(zip, name, told.get(name), sums.get(name))
    if (wrong) problems.add(`${name}: ${wrong}`)
  }
}

async function wrongFile(
  zip: Zip,
  name: string,
  told: Manifest["files"][number] | undefined,
  sum: string | undefined
): Promise<string | null> {
  try {
    const found = await zip.measure(name)
    if (found.sha256 !== sum) return `its SHA-256 isn't the one in ${SUMS}`
    if (name === MANIFEST) return null
    if (found.sha256 !== told?.sha256) return `its SHA-256 isn't the one in ${MANIFEST}`
    return found.size === told.size ? null : `it has ${found.size} bytes, not ${told.size}`
  } catch (error) {
    return `it can't be read: ${messageOf(error)}`
  }
}

async function readSums(zip: Zip, problems: Problems): Promise<Map<string, string>> {
  try {
    const lines = (await zip.text(SUMS)).split("\n").filter((line) => line)
    return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]))
  } catch (error) {
    problems.add(`${SUMS}: it can't be read: ${messageOf(error)}`)
    return new Map()
  }
}
