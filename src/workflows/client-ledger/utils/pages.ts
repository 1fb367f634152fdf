import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

export const PAGE = 100

export type Row = Record<string, unknown>

/** Reads a list by id, page after page, so that rows written meanwhile neither shift nor hide others. */
export async function* pagesById<Item>(
  read: (after: string, limit: number) => Promise<Item[]>,
  idOf: (item: Item) => string
): AsyncGenerator<Item[]> {
  let after = ""
  for (;;) {
    const page = await read(after, PAGE)
    if (!page.length) return
    yield page
    after = idOf(page[page.length - 1]!)
  }
}

/** The rows of an entity of Medusa's. */
export function medusaPages<Item extends { id: string }>(
  container: MedusaContainer,
  entity: string,
  fields: string[],
  filters: Row
): AsyncGenerator<Item[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const read = async (after: string, take: number) => {
    const { data } = await query.graph({
      entity,
      fields,
      filters: { ...filters, id: { $gt: after } },
      pagination: { take, skip: 0, order: { id: "ASC" } },
    })
    return data as unknown as Item[]
  }
  return pagesById(read, ({ id }) => id)
}
