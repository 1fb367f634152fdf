import type { ExecArgs } from "@medusajs/framework/types"
import { reconcileWorkflow } from "../src/workflows/client-ledger/workflows/reconcile"
import { updateLedgerSettingsWorkflow } from "../src/workflows/client-ledger/workflows/update-ledger-settings"
import { Modules } from "@medusajs/framework/utils"
import { characters, regulars } from "./clients"
import { Desk } from "./desk"
import { openMarket } from "./market"
import { createAdministrator, createClients } from "./people"
import { Stall } from "./stall"
import { before, realNow, tell, travelTo } from "./story-clock"
import { allTales } from "./tales"
import { Till } from "./till"

/** A season of a market that uses Medusa and this plugin: `medusa exec ./demo/seed.ts`, on an empty database. */
export default async function seed({ container }: ExecArgs): Promise<void> {
  container.resolve(Modules.EVENT_BUS).emit = handleNoEvents
  travelTo(before(5, 0, 9))
  await openLedger(container)
  const administrator = await createAdministrator(container)
  const market = await openMarket(container)
  const clients = [...Object.values(characters), ...regulars]
  const customerIds = await createClients(container, clients)

  const stall = new Stall(container, market, customerIds, administrator.id)
  const till = new Till(container, (client) => stall.customerId(client), administrator.id)
  const desk = new Desk(container, market, administrator.id)
  await tell(allTales({ stall, desk, till }))
  travelTo(realNow())
  // A payment may have settled orders that no tale told of again.
  await reconcileWorkflow(container).run({ input: { full: true, min_age_minutes: 0 } })
}

/** Their handlers would tell the ledger once more, at a time of their own, what the tales tell it as they go. */
const handleNoEvents = async (): Promise<void> => {}

/** The ledger counts from before the first order; by itself it counts from the day it is installed. */
async function openLedger(container: ExecArgs["container"]): Promise<void> {
  await updateLedgerSettingsWorkflow(container).run({
    input: {
      ledger_starts_at: new Date().toISOString(),
      methods: {
        cheque: { payee: "Le Panier du Canal" },
        transfer: {
          account_holder: "Le Panier du Canal",
          // The examples that the standards give.
          iban: "FR1420041010050500013M02606",
          bic: "PSSTFRPPTOU",
        },
      },
    },
  })
}
