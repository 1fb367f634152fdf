import type { BigNumberInput } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { Amount, OnSiteMethod, Timestamp } from "../types"
import { ConflictError } from "../utils/errors"
import { patchMethods, type StoredMethods } from "../utils/method-settings"
import { currencyDigits, exactAmount } from "../utils/money"
import { logChange } from "./changes"
import {
  MAIL_SETTINGS_ASSIGNED,
  MAIL_SETTINGS_COLUMNS,
  type MailSettings,
  type MailSettingsPatch,
  mailSettingsValues,
  patchMailSettings,
} from "./mail-settings"
import { retrieveRules } from "./rules"
import type { Sql } from "./runner"

export type SettingsDTO = MailSettings & {
  enabled: boolean
  ledger_starts_at: Timestamp
  due_days: number
  methods: StoredMethods
  /** A cash receipt above it is warned of, in euros; null for none. */
  cash_limit: Amount | null
  /** A payment above it has to be confirmed, in the currency of its account; null for none. */
  confirm_above: Amount | null
  /** The most that a client may pay onto his account at once, in the currency of the account; null for no limit. */
  top_up_max: Amount | null
  reconciled_at: Timestamp | null
}

/** What is given changes, the rest stays. */
export type SettingsPatch = MailSettingsPatch & {
  enabled?: boolean
  ledger_starts_at?: string
  due_days?: number
  methods?: StoredMethods
  cash_limit?: BigNumberInput | null
  confirm_above?: BigNumberInput | null
  top_up_max?: BigNumberInput | null
}

export async function retrieveSettings(sql: Sql, lock = false): Promise<SettingsDTO> {
  // Writes the row where it is missing.
  await retrieveRules(sql)
  const [settings] = await sql<SettingsDTO>(
    `select enabled, ledger_starts_at, due_days, methods, trim_scale(cash_limit)::text as cash_limit,
       trim_scale(confirm_above)::text as confirm_above, trim_scale(top_up_max)::text as top_up_max, reconciled_at,
       ${MAIL_SETTINGS_COLUMNS}
     from client_ledger_settings where id = 'store' ${lock ? "for update" : ""}`
  )
  return settings!
}

/** Who changes settings, and which methods Medusa offers from then on, or no longer: that isn't a setting of ours. */
export type SettingsAct = {
  actor_id: string | null
  switched?: Partial<Record<OnSiteMethod, boolean>>
}

/** @returns the settings as they were. */
export async function changeSettings(
  sql: Sql,
  patch: SettingsPatch,
  { actor_id, switched = {} }: SettingsAct
): Promise<SettingsDTO> {
  const before = await retrieveSettings(sql, true)
  if (patch.enabled && !before.enabled && !patch.ledger_starts_at) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "ledger_starts_at: say from which date on orders are posted"
    )
  }
  if (patch.ledger_starts_at) await refuseToForgetOrders(sql, patch.ledger_starts_at)
  const after = {
    ...before,
    ...patch,
    methods: patchMethods(before.methods, patch.methods ?? {}),
    cash_limit: limitOf("cash_limit", patch, before),
    confirm_above: limitOf("confirm_above", patch, before),
    top_up_max: limitOf("top_up_max", patch, before),
    ...patchMailSettings(before, patch),
  }
  await writeSettings(sql, after)
  const offers = (isOn: (on: boolean) => boolean) =>
    Object.fromEntries(
      Object.entries(switched).map(([method, on]) => [`methods.${method}.enabled`, isOn(on)])
    )
  await logChange(sql, {
    subject: "settings",
    subject_id: "store",
    before: { ...before, ...offers((on) => !on) },
    after: { ...after, ...offers((on) => on) },
    actor_id,
  })
  return before
}

/** Puts the settings back as they were, when what belongs to their change failed. */
export async function restoreSettings(sql: Sql, settings: SettingsDTO): Promise<void> {
  const before = await retrieveSettings(sql, true)
  await writeSettings(sql, settings)
  await logChange(sql, {
    ...{ subject: "settings", subject_id: "store", actor_id: null },
    ...{ before, after: settings },
  })
}

async function writeSettings(
  sql: Sql,
  settings: Omit<SettingsDTO, "reconciled_at">
): Promise<void> {
  await sql(
    `update client_ledger_settings
     set enabled = ?, ledger_starts_at = ?, due_days = ?, methods = ?::jsonb, cash_limit = ?, confirm_above = ?,
       top_up_max = ?,
       ${MAIL_SETTINGS_ASSIGNED}, updated_at = now() where id = 'store'`,
    [
      settings.enabled,
      new Date(settings.ledger_starts_at).toISOString(),
      settings.due_days,
      JSON.stringify(settings.methods),
      settings.cash_limit,
      settings.confirm_above,
      settings.top_up_max,
      ...mailSettingsValues(settings),
    ]
  )
}

function limitOf(
  field: "cash_limit" | "confirm_above" | "top_up_max",
  patch: SettingsPatch,
  before: SettingsDTO
): Amount | null {
  const limit = patch[field]
  if (limit === undefined) return before[field]
  return limit === null ? null : exactAmount(limit, currencyDigits("eur"), field)
}

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
