import { differences } from "../differences"

it("only what differs is told, nested fields by their path", () => {
  expect(
    differences(
      { due_days: 30, methods: { cheque: { payee: "Market", iban: "FR76" } }, limit: null },
      { due_days: 14, methods: { cheque: { payee: "The market", iban: "FR76" } }, limit: null }
    )
  ).toEqual({
    before: { due_days: 30, "methods.cheque.payee": "Market" },
    after: { due_days: 14, "methods.cheque.payee": "The market" },
  })
})

it("what comes or goes is null on the other side", () => {
  expect(differences({}, { rule: "limited", limit: "50" })).toEqual({
    before: { rule: null, limit: null },
    after: { rule: "limited", limit: "50" },
  })
})

it("the same moment is no difference, however it is held", () => {
  const at = new Date("2026-11-24T10:00:00.000Z")
  expect(differences({ at }, { at: at.toISOString() })).toEqual({ before: {}, after: {} })
})
