import type { MedusaContainer } from "@medusajs/framework/types"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import { medusaPages, pagesById, type Row } from "./pages"

/** Every order of Medusa's since a moment, a page of ids at a time. */
export async function* medusaOrderPages(
  container: MedusaContainer,
  createdSince: Date
): AsyncGenerator<string[]> {
  yield* pages(container, "order", ["id"], { created_at: { $gte: createdSince } }, (row) => row.id)
}

/** Every order that the ledger knows, a page of ids at a time: some may be gone from Medusa. */
export async function* ledgerOrderPages(
  ledger: ClientLedgerModuleService
): AsyncGenerator<string[]> {
  yield* pagesById(
    (after, limit) => ledger.listOrderIds(after, limit),
    (id) => id
  )
}

/** Orders that were touched, or whose payments were, since a moment. An order comes up once a source. */
export async function* touchedOrderPages(
  container: MedusaContainer,
  since: Date
): AsyncGenerator<string[]> {
  const touched = { updated_at: { $gte: since } }
  const ofPayment = (row: Row) => at(row, "payment_collection", "order", "id")
  const ofRow = (row: Row) => at(row, "payment", "payment_collection", "order", "id")
  const orderOf = (row: Row) => row.order_id
  const viaPayment = ["id", "payment.payment_collection.order.id"]
  yield* pages(container, "order", ["id"], touched, (row) => row.id)
  yield* pages(container, "order_change", ["id", "order_id"], touched, orderOf)
  yield* pages(container, "order_transaction", ["id", "order_id"], touched, orderOf)
  yield* pages(container, "payment", ["id", "payment_collection.order.id"], touched, ofPayment)
  yield* pages(container, "capture", viaPayment, touched, ofRow)
  yield* pages(container, "refund", viaPayment, touched, ofRow)
}

/** The payment collections whose payments were touched since a moment. One comes up once a source. */
export async function* touchedCollectionPages(
  container: MedusaContainer,
  since: Date
): AsyncGenerator<string[]> {
  const touched = { updated_at: { $gte: since } }
  const ofRow = (row: Row) => at(row, "payment", "payment_collection_id")
  const viaPayment = ["id", "payment.payment_collection_id"]
  const ofPayment = (row: Row) => row.payment_collection_id
  yield* pages(container, "payment", ["id", "payment_collection_id"], touched, ofPayment)
  yield* pages(container, "capture", viaPayment, touched, ofRow)
  yield* pages(container, "refund", viaPayment, touched, ofRow)
}

/** What the rows of an entity are about, a page at a time. */
async function* pages(
  container: MedusaContainer,
  entity: string,
  fields: string[],
  filters: Row,
  idOf: (row: Row) => unknown
): AsyncGenerator<string[]> {
  for await (const rows of medusaPages<Row & { id: string }>(container, entity, fields, filters)) {
    const ids = rows.map(idOf).filter((id): id is string => typeof id === "string")
    if (ids.length) yield [...new Set(ids)]
  }
}

function at(row: Row, ...path: string[]): unknown {
  return path.reduce<unknown>((node, key) => (node as Row | null | undefined)?.[key], row)
}
