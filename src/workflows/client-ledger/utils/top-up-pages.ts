import type { MedusaContainer } from "@medusajs/framework/types"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type { TopUpDTO } from "../../../modules/client-ledger/sql/top-ups"
import { touchedCollectionPages } from "./order-pages"
import { pagesById } from "./pages"

/** Every top-up, a page at a time. */
export const topUpPages = (ledger: ClientLedgerModuleService): AsyncGenerator<TopUpDTO[]> =>
  pagesById(
    (after, limit) => ledger.listTopUpsAfter(after, limit),
    ({ id }) => id
  )

/** The top-ups whose payments were touched since a moment. */
export async function* touchedTopUpPages(
  container: MedusaContainer,
  ledger: ClientLedgerModuleService,
  since: Date
): AsyncGenerator<TopUpDTO[]> {
  for await (const collections of touchedCollectionPages(container, since)) {
    const page = await ledger.findTopUpsOf(collections)
    if (page.length) yield page
  }
}
