import type { JournalFormat } from "../../../../types/http"

const EXTENSIONS = { csv: "csv", hledger: "journal", beancount: "beancount" } as const

/**
 * What an export is called. One in FEC format has the name that the law gives a FEC (LPF, art. A47 A-1, X: SIREN, FEC, the day the
 * year ends); one that holds what isn't closed says so.
 */
export function fileNameOf(file: {
  format: JournalFormat
  siren: string | null
  from: string
  to: string
  provisional: boolean
}): string {
  const mark = file.provisional ? "-provisional" : ""
  if (file.format === "fec") {
    return `${file.siren ?? ""}FEC${file.to.replaceAll("-", "")}${mark}.txt`
  }
  return `journal-${file.from}-${file.to}${mark}.${EXTENSIONS[file.format]}`
}
