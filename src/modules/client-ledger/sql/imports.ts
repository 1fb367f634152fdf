import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import type { Timestamp } from "../types"
import type {
  ImportCounts,
  ImportLine,
  ImportMode,
  ImportSource,
  ImportSummary,
} from "../utils/client-import"
import { ConflictError } from "../utils/errors"
import type { Sql } from "./runner"

/** A report on another tool's ledger, and whether it was posted. */
export type ImportReport = {
  source: ImportSource
  /** Tells apart several databases of one tool. */
  instance: string
  group_id: string
  group_name: string
  mode: ImportMode
  counts: ImportCounts
  currency_code: string
  /** False for a dry run. */
  applied: boolean
  operations: number
  summary: ImportSummary
  /** Who asked for it; a dry run may be nobody's. */
  actor_id: string | null
}

export type ClientImportDTO = ImportReport & { id: string; created_at: Timestamp }

const COLUMNS = `i.id, i.source, i.instance, i.group_id, i.group_name, i.mode, i.counts, i.currency_code, i.applied,
  i.operations, i.summary, i.actor_id, i.created_at`

/** How many lines a statement writes. */
const BATCH = 1000

/** Keeps a report and its lines. @returns its id. */
export async function writeImport(
  sql: Sql,
  report: ImportReport,
  lines: ImportLine[]
): Promise<string> {
  const id = generateEntityId(undefined, "climp")
  await sql(
    `insert into client_import (id, source, instance, group_id, group_name, mode, counts, currency_code, applied, operations,
       summary, actor_id)
     select r.id, r.source, r.instance, r.group_id, r.group_name, r.mode, r.counts, r.currency_code, r.applied, r.operations,
       r.summary, r.actor_id
     from jsonb_to_record(?::jsonb) as r (id text, source text, instance text, group_id text, group_name text, mode text,
       counts text, currency_code text, applied boolean, operations integer, summary jsonb, actor_id text)`,
    [JSON.stringify({ ...report, id })]
  )
  for (let at = 0; at < lines.length; at += BATCH) {
    const batch = lines.slice(at, at + BATCH).map((line, n) => ({ ...line, position: at + n }))
    await sql(
      `insert into client_import_line (import_id, position, foreign_id, name, email, customer_id, operations, foreign_balance,
         recomputed, posted_before, to_post, entries, difference, differs, findings)
       select ?, l.position, l.foreign_id, l.name, l.email, l.customer_id, l.operations, l.foreign_balance, l.recomputed,
         l.posted_before, l.to_post, l.entries, l.difference, l.differs, l.findings
       from jsonb_to_recordset(?::jsonb) as l (position integer, foreign_id text, name text, email text, customer_id text,
         operations integer, foreign_balance numeric, recomputed numeric, posted_before numeric, to_post numeric,
         entries integer, difference numeric, differs boolean, findings jsonb)`,
      [id, JSON.stringify(batch)]
    )
  }
  return id
}

/**
 * A market comes over once: its history or its balances, which say the same money twice.
 * @throws CONFLICT when the group came over in the other mode.
 */
export async function refuseOtherMode(
  sql: Sql,
  { instance, group_id, mode }: Pick<ImportReport, "instance" | "group_id" | "mode">
): Promise<void> {
  const [other] = await sql<{ mode: string; id: string }>(
    `select id, mode from client_import where instance = ? and group_id = ? and mode <> ? and applied
       and (summary->>'entries')::int > 0 limit 1`,
    [instance, group_id, mode]
  )
  if (!other) return
  throw new ConflictError(
    `mode: this group came over by mode=${other.mode} already (${other.id}); ${mode} would count its money twice`
  )
}

/** Two imports of one group wait for each other: the second finds what the first has posted. */
export async function takeTurn(
  sql: Sql,
  { instance, group_id }: Pick<ImportReport, "instance" | "group_id">
): Promise<void> {
  await sql(`select pg_advisory_xact_lock(hashtext(?))`, [`client_import ${instance}/${group_id}`])
}

/** Imports, newest first, and how many there are. */
export async function listImports(
  sql: Sql,
  page: { limit: number; offset: number }
): Promise<[ClientImportDTO[], number]> {
  const rows = await sql<ClientImportDTO>(
    `select ${COLUMNS} from client_import i order by i.created_at desc, i.id limit ? offset ?`,
    [page.limit, page.offset]
  )
  const [total] = await sql<{ count: number }>(`select count(*)::int as count from client_import`)
  return [rows, total?.count ?? 0]
}

/** @throws NOT_FOUND */
export async function retrieveImport(sql: Sql, id: string): Promise<ClientImportDTO> {
  const [found] = await sql<ClientImportDTO>(
    `select ${COLUMNS} from client_import i where i.id = ?`,
    [id]
  )
  if (found) return found
  throw new MedusaError(MedusaError.Types.NOT_FOUND, `Import with id: ${id} was not found`)
}

export type ImportLineDTO = ImportLine & { position: number; client_account_id: string | null }

export type ImportLineFilters = { import_id: string; differing?: boolean }

const LINE_COLUMNS = `l.position, l.foreign_id, l.name, l.email, coalesce(l.customer_id, m.customer_id) as customer_id,
  a.id as client_account_id, l.operations, trim_scale(l.foreign_balance)::text as foreign_balance,
  trim_scale(l.recomputed)::text as recomputed, trim_scale(l.posted_before)::text as posted_before,
  trim_scale(l.to_post)::text as to_post, l.entries, trim_scale(l.difference)::text as difference, l.differs, l.findings`

/** The lines of a report after one, as it lists them; with the customer that a member has become since. */
export async function listImportLines(
  sql: Sql,
  { import_id, differing }: ImportLineFilters,
  page: { after: number; limit: number; offset?: number }
): Promise<ImportLineDTO[]> {
  return sql<ImportLineDTO>(
    `select ${LINE_COLUMNS} from client_import_line l join client_import i on i.id = l.import_id
     left join client_import_member m on m.instance = i.instance and m.foreign_id = l.foreign_id
     left join client_account a on a.customer_id = coalesce(l.customer_id, m.customer_id)
       and a.currency_code = i.currency_code and a.market = 'store'
     where l.import_id = ? and l.position > ? ${differing ? "and l.differs" : ""}
     order by l.position limit ? offset ?`,
    [import_id, page.after, page.limit, page.offset ?? 0]
  )
}

export async function countImportLines(
  sql: Sql,
  { import_id, differing }: ImportLineFilters
): Promise<number> {
  const [total] = await sql<{ count: number }>(
    `select count(*)::int as count from client_import_line l where l.import_id = ? ${differing ? "and l.differs" : ""}`,
    [import_id]
  )
  return total?.count ?? 0
}

export type MemberCustomer = { foreign_id: string; customer_id: string }

/** Which customers a tool's members have become. */
export function findImportedMembers(sql: Sql, instance: string): Promise<MemberCustomer[]> {
  return sql(`select foreign_id, customer_id from client_import_member where instance = ?`, [
    instance,
  ])
}

/** Remembers which customers a tool's members are, so that neither needs to keep his e-mail. */
export async function rememberMembers(
  sql: Sql,
  instance: string,
  members: MemberCustomer[]
): Promise<void> {
  await sql(
    `insert into client_import_member (instance, foreign_id, customer_id)
     select ?, foreign_id, customer_id from jsonb_to_recordset(?::jsonb) as m (foreign_id text, customer_id text)
     on conflict (instance, foreign_id) do nothing`,
    [instance, JSON.stringify(members)]
  )
}
