import type { ImportLineDTO } from "../../../../modules/client-ledger/sql/imports"
import { csvText } from "../../../utils/csv"

export const IMPORT_CSV_COLUMNS = [
  "member",
  "name",
  "email",
  "operations",
  "foreign_balance",
  "recomputed",
  "posted_before",
  "to_post",
  "entries",
  "difference",
  "findings",
  "customer_id",
  "client_account_id",
].map((key) => ({ key }))

/** A member of a report, as a spreadsheet reads him. */
export const toImportCsvRow = (line: ImportLineDTO) => ({
  ...line,
  member: line.foreign_id,
  name: csvText(line.name),
  email: csvText(line.email),
  findings: line.findings
    .map(({ reason, amount, operation_ids }) =>
      [reason, amount, operation_ids.length ? `(${operation_ids.join(" ")})` : null]
        .filter(Boolean)
        .join(" ")
    )
    .join("; "),
})
