import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { characters, regulars } from "./clients"
import { openMarket } from "./market"
import { createAdministrator, createClients } from "./people"
import { Stall } from "./stall"
import { before, realNow, tell, travelTo } from "./story-clock"
import { allTales } from "./tales"
import { Till } from "./till"

/** A season of a market that uses Medusa and this plugin: `medusa exec ./demo/seed.ts`, on an empty database. */
export default async function seed({ container }: ExecArgs): Promise<void> {
  travelTo(before(7, 0, 9))
  await startLedger(container)
  const administrator = await createAdministrator(container)
  const market = await openMarket(container)
  const clients = [...Object.values(characters), ...regulars]
  const customerIds = await createClients(container, clients)

  const stall = new Stall(container, market, customerIds, administrator.id)
  const till = new Till(container, (client) => stall.customerId(client), administrator.id)
  await tell(allTales({ stall, till }))
  travelTo(realNow())
}

/** The ledger counts from before the first order; by itself it counts from the day it is installed. */
async function startLedger(container: ExecArgs["container"]): Promise<void> {
  const sql = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  await sql.raw(`update client_ledger_settings set ledger_starts_at = ?`, [new Date()])
}
