const { startLedgerService } = require("./ledger-service.cjs")

/** The import's own modules, as `medusa exec` runs them, on the module's real service. */
async function startImporter(url) {
  const { service, stop } = await startLedgerService(url)
  const { makeForeign, GROUP, PLANTED } = require("../../integration-tests/fixtures/cagette")
  const { readDatabase } = require("../../src/imports/cagette/read-database")
  const { makePlan } = require("../../src/imports/make-plan")

  const rulesOf = (instance) => ({
    ...{ mode: "history", counts: "shown", digits: 2, today: "2026-01-01", language: "fr" },
    ...{ scope: `${instance}/${GROUP}`, tool: "Cagette" },
  })
  const headOf = (instance) => ({
    ...{ source: "cagette", instance, group_id: String(GROUP), group_name: "Bench" },
    ...{ mode: "history", counts: "shown", currency_code: "eur", actor_id: "bench" },
  })
  const holderOf = (customer_id) => ({ customer_id, currency_code: "eur" })

  /** Reads the foreign database and plans its entries, its members being customers already. */
  async function plan(foreignUrl, instance) {
    const ledger = await readDatabase(foreignUrl, "cagette", String(GROUP))
    try {
      return await makePlan(service, ledger, rulesOf(instance), {
        head: headOf(instance),
        findCustomers: async () => [],
        announce: () => undefined,
      })
    } finally {
      await ledger.close()
    }
  }

  return {
    service,
    makeForeign,
    /** Who left the group, and owes something. */
    left: PLANTED.left,
    stop,
    plan,
    /** Who the members of a round are: no two rounds share an account. */
    know: (instance, members) =>
      service.rememberImportedMembers(
        instance,
        members.map((foreign_id) => ({ foreign_id, customer_id: `cus_${instance}_${foreign_id}` }))
      ),
    /** All of it: read, plan, post, settle, keep the report. */
    async importAll(foreignUrl, instance) {
      const { plan: planned, operations } = await plan(foreignUrl, instance)
      const report = { ...headOf(instance), operations, summary: planned.summary }
      const members = planned.joining.map(({ member, customer_id, entries }) => ({
        foreign_id: member.id,
        holder: holderOf(customer_id),
        entries,
      }))
      return (await service.applyImport(report, planned.lines, members)).posted
    },
    /** The same entries as postings on accounts of their own. */
    async postingsOf({ plan: planned }, instance) {
      const accounts = await service.ensureAccounts(
        planned.joining.map(({ member }) => holderOf(`cus_${instance}_${member.id}`))
      )
      return planned.joining.flatMap(({ entries }, index) =>
        entries.map(({ key, amount, day, note }) => ({
          ...{ account_id: accounts[index].id, type: "imported", amount, note, value_date: day },
          ...{ source_type: "imported_operation", source_id: `${instance}/${key}` },
        }))
      )
    },
  }
}

module.exports = { startImporter }
