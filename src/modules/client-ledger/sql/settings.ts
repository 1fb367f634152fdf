import type { BigNumberInput } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { Amount, Timestamp } from "../types"
import { ConflictError } from "../utils/errors"
import { patchMethods, type StoredMethods } from "../utils/method-settings"
import { currencyDigits, exactAmount } from "../utils/money"
import { retrieveRules } from "./rules"
import type { Sql } from "./runner"

export type SettingsDTO = {
  enabled: boolean
  ledger_starts_at: Timestamp
  due_days: number
  methods: StoredMethods
  /** A cash receipt above it is warned of, in euros; null for none. */
  cash_limit: Amount | null
  reconciled_at: Timestamp | null
}

/** What is given changes, the rest stays. */
export type SettingsPatch = {
  enabled?: boolean
  ledger_starts_at?: string
  due_days?: number
  methods?: StoredMethods
  cash_limit?: BigNumberInput | null
}

export async function retrieveSettings(sql: Sql, lock = false): Promise<SettingsDTO> {
  // Writes the row where it is missing.
  await retrieveRules(sql)
  const [settings] = await sql<SettingsDTO>(
    `select enabled, ledger_starts_at, due_days, methods, trim_scale(cash_limit)::text as cash_limit, reconciled_at
     from client_ledger_settings where id = 'store' ${lock ? "for update" : ""}`
  )
  return settings!
}

/** @returns the settings as they were. */
export async function changeSettings(sql: Sql, patch: SettingsPatch): Promise<SettingsDTO> {
  const before = await retrieveSettings(sql, true)
  if (patch.enabled && !before.enabled && !patch.ledger_starts_at) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "ledger_starts_at: say from which date on orders are posted"
    )
  }
  if (patch.ledger_starts_at) await refuseToForgetOrders(sql, patch.ledger_starts_at)
  await writeSettings(sql, {
    ...before,
    ...patch,
    methods: patchMethods(before.methods, patch.methods ?? {}),
    cash_limit: patch.cash_limit === undefined ? before.cash_limit : limitOf(patch.cash_limit),
  })
  return before
}

export async function writeSettings(
  sql: Sql,
  settings: Omit<SettingsDTO, "reconciled_at">
): Promise<void> {
  await sql(
    `update client_ledger_settings
     set enabled = ?, ledger_starts_at = ?, due_days = ?, methods = ?::jsonb, cash_limit = ?, updated_at = now() where id = 'store'`,
    [
      settings.enabled,
      new Date(settings.ledger_starts_at).toISOString(),
      settings.due_days,
      JSON.stringify(settings.methods),
      settings.cash_limit,
    ]
  )
}

const limitOf = (limit: BigNumberInput | null): Amount | null =>
  limit === null ? null : exactAmount(limit, currencyDigits("eur"), "cash_limit")

/** An order that the ledger holds would stand there for ever, never synced again. */
async function refuseToForgetOrders(sql: Sql, startsAt: string): Promise<void> {
  const [held] = await sql<{ count: number }>(
    `select count(*)::int as count from client_order o
     where o.ordered_at < ?::timestamptz
       and (o.owed <> 0 or exists (select 1 from client_ledger_entry e where e.order_id = o.id))`,
    [startsAt]
  )
  if (held?.count) {
    throw new ConflictError(
      `ledger_starts_at: ${held.count} ${held.count === 1 ? "order" : "orders"} placed before it ` +
        `${held.count === 1 ? "is" : "are"} in the ledger already; choose an earlier date`
    )
  }
}
