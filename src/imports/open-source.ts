import { MedusaError } from "@medusajs/framework/utils"
import { readDatabase } from "./cagette/read-database"
import { readCsv } from "./csv/read-csv"
import type { ForeignLedger } from "./foreign-ledger"
import { USAGE, type ImportOptions } from "./options"

/**
 * What the options say to read.
 * @param url of the foreign database.
 * @throws INVALID_DATA nothing that can be read.
 */
export async function openSource(
  { from, group, csv = "" }: ImportOptions,
  url: string | undefined
): Promise<ForeignLedger> {
  if (from === "csv") return readCsv(csv, group ?? "file")
  if (url) return readDatabase(url, from, group!)
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `CLIENT_IMPORT_URL: which database?\n\n${USAGE}`
  )
}
