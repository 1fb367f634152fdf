import { z } from "@medusajs/framework/zod"
import { MedusaError } from "@medusajs/framework/utils"
import {
  IMPORT_COUNTS,
  IMPORT_MODES,
  IMPORT_SOURCES,
} from "../modules/client-ledger/utils/client-import"
import { LANGUAGES } from "../modules/client-ledger/utils/method-settings"

/** A key's parts are joined by slashes. */
const word = z.string().regex(/^[\w.-]{1,64}$/, { error: "letters, digits, dots and dashes" })

const schema = z
  .strictObject({
    from: z.enum(IMPORT_SOURCES),
    mode: z.enum(IMPORT_MODES),
    group: word.optional(),
    csv: z.string().optional(),
    instance: word.optional(),
    currency: z.string().length(3).toLowerCase().optional(),
    counts: z.enum(IMPORT_COUNTS).default("shown"),
    lang: z.enum(LANGUAGES).default("fr"),
    by: z.string().optional(),
    apply: z.boolean().default(false),
  })
  .refine(({ from, csv }) => from !== "csv" || csv, { error: "csv=FILE: which file?" })
  .refine(({ from, group }) => from === "csv" || group, { error: "group=ID: which group?" })
  .refine(({ apply, by }) => !apply || by, {
    error: "by=E-MAIL: which administrator imports? It is kept in the list of who did what",
  })

export type ImportOptions = z.infer<typeof schema>

export const USAGE = `npx medusa exec .../scripts/import-cagette.js from=cagette|camap|csv mode=opening-balances|history group=ID
  [apply by=ADMIN@E-MAIL] [counts=shown|all] [instance=NAME] [currency=eur] [lang=fr|en] [csv=FILE.csv]
The database's URL is read from CLIENT_IMPORT_URL, so that its password isn't in the shell's history.`

/**
 * Options as `medusa exec` passes them: words, since it keeps dashed options to itself.
 * @throws INVALID_DATA naming the option, with how the command is used.
 */
export function readOptions(args: string[]): ImportOptions {
  const pairs = args.map((arg): [string, string | true] => {
    const [, name, value] = /^-*([^=]+)(?:=(.*))?$/s.exec(String(arg)) ?? []
    return [name ?? String(arg), value ?? true]
  })
  const result = schema.safeParse(Object.fromEntries(pairs))
  if (result.success) return result.data
  const [issue] = result.error.issues
  const name = issue?.path.join(".")
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `${name ? `${name}: ` : ""}${issue?.message}\n\n${USAGE}`
  )
}
