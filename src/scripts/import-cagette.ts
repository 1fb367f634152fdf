import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { openSource } from "../imports/open-source"
import { readOptions } from "../imports/options"
import { runImport } from "../imports/run-import"

/**
 * `CLIENT_IMPORT_URL=mysql://… npx medusa exec …/scripts/import-cagette.js from=cagette group=3 mode=opening-balances`:
 * a dry run, unless `apply` is among the words.
 */
export default async function importCagette({ container, args }: ExecArgs) {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const options = readOptions(args)
  const ledger = await openSource(options, process.env.CLIENT_IMPORT_URL)
  try {
    const { client_import, posted } = await runImport(container, ledger, options, (text) =>
      logger.info(text)
    )
    logger.info(
      client_import.applied
        ? `Posted ${posted} entries. The report is ${client_import.id}`
        : `A dry run: nothing was posted. The report is ${client_import.id}; add \`apply by=ADMIN@E-MAIL\` to post it`
    )
  } finally {
    await ledger.close()
  }
}
