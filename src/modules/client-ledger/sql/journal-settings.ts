import { MedusaError } from "@medusajs/framework/utils"
import { patchChart, type ChartOverrides, type ChartPatch } from "../utils/journal-chart"
import { logChange } from "./changes"
import type { Sql } from "./runner"

export type JournalSettings = {
  /** The nine digits of the business in France's register: they begin an export's name. */
  siren: string | null
  /** The accounts that the market chose itself, by use. */
  accounts: ChartOverrides
}

/** What is given changes, the rest stays. */
export type JournalSettingsPatch = { siren?: string | null; accounts?: ChartPatch }

export async function retrieveJournalSettings(sql: Sql, lock = false): Promise<JournalSettings> {
  // Test utilities of Medusa's empty every table: the row is written where it is missing.
  await sql(`insert into client_journal_settings (id) values ('store') on conflict do nothing`)
  const [settings] = await sql<JournalSettings>(
    `select siren, accounts from client_journal_settings where id = 'store' ${lock ? "for update" : ""}`
  )
  return settings!
}

/** @throws INVALID_DATA naming the account, or a SIREN that isn't one. */
export async function changeJournalSettings(
  sql: Sql,
  patch: JournalSettingsPatch,
  actorId: string | null
): Promise<JournalSettings> {
  const before = await retrieveJournalSettings(sql, true)
  const after = {
    siren: patch.siren === undefined ? before.siren : checkedSiren(patch.siren),
    accounts: patchChart(before.accounts, patch.accounts ?? {}),
  }
  await sql(
    `update client_journal_settings set siren = ?, accounts = ?::jsonb, updated_at = clock_timestamp() where id = 'store'`,
    [after.siren, JSON.stringify(after.accounts)]
  )
  await logChange(sql, {
    subject: "journal",
    subject_id: "store",
    before: flat(before),
    after: flat(after),
    actor_id: actorId,
  })
  return after
}

/** Each account is a field of its own in the log of changes. */
const flat = ({ siren, accounts }: JournalSettings) => ({
  siren,
  ...Object.fromEntries(
    Object.entries(accounts).map(([use, { number, name }]) => [use, `${number} ${name}`])
  ),
})

/** A SIREN's last digit is a check of the others (Luhn, ISO/IEC 7812-1, as INSEE gives it). */
function checkedSiren(siren: string | null): string | null {
  if (!siren?.trim()) return null
  const digits = siren.replace(/\s/g, "")
  const sum = [...digits].reduce((total, digit, index) => {
    const worth = Number(digit) * (index % 2 ? 2 : 1)
    return total + (worth > 9 ? worth - 9 : worth)
  }, 0)
  if (/^\d{9}$/.test(digits) && sum % 10 === 0) return digits
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `siren: "${siren}" is not a SIREN: nine digits, the last of which checks the others`
  )
}
