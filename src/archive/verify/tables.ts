import type { Readable } from "node:stream"
import { parse } from "csv-parse"
import { COLUMNS, fromCell, type Cells, type TableName } from "../format"
import { UnreadableArchive } from "./problems"

/**
 * The rows of one of an archive's tables, while they are read.
 * @throws where the text isn't CSV, or its columns are others.
 */
export async function* readTable<Name extends TableName>(
  name: Name,
  content: Readable
): AsyncGenerator<Cells<Name>> {
  const columns: readonly string[] = COLUMNS[name]
  const parser = parse({
    bom: true,
    record_delimiter: "\n",
    columns: (header: string[]) => {
      if (header.join() !== columns.join()) {
        throw new UnreadableArchive(
          `its columns are ${header.join(", ")} instead of ${columns.join(", ")}`
        )
      }
      return header
    },
    cast: (cell, { quoting }) => (cell === "" && !quoting ? null : fromCell(cell)),
  })
  content.on("error", (error) => parser.destroy(error))
  yield* content.pipe(parser) as AsyncIterable<Cells<Name>>
}
