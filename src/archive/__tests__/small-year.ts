import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { buffer } from "node:stream/consumers"
import { COLUMNS, type AccountHead, type Cells, type Heads, type TableName } from "../format"
import { closingHash, entryHash, sha256 } from "../hashes"
import { writeArchive } from "../write-archive"

export type Row = Record<string, string | number | null>
export type Year = {
  period: Parameters<typeof writeArchive>[0]["period"]
  tables: Record<TableName, Row[]>
  heads: AccountHead[]
}

/** What a payment of a client was, in cents; below zero it was paid out. */
export type Payment = { account: number; cents: number; note: string | null; reversed?: boolean }

const amountOf = (cents: number) => String(cents / 100)

/** A row as it is read back: all its cells are texts. */
const cells = <Name extends TableName>(name: Name, row: Row) =>
  Object.fromEntries(
    COLUMNS[name].map((column) => [column, row[column] === null ? null : String(row[column])])
  ) as Cells<Name>

/** A year of payments, all of them in one closing, hashed by the written rule: 2024, and 2025 after it. */
export function yearOf(year: number, payments: Payment[], before?: Year): Year {
  const from = `${year}-01-01T00:00:00.000000Z`
  const at = `${year}-05-05T10:00:00.123456Z`
  const begun = before?.heads ?? []
  const names = [...new Set(payments.map(({ account }) => `clacc_${account}`))]
  const heads = [...new Set([...begun.map((head) => head.account_id), ...names])].map((id) => {
    const end = begun.find((head) => head.account_id === id)
    const [entries, head, balance] = [end?.entries ?? 0, end?.head ?? null, end?.balance ?? "0"]
    return {
      ...{ account_id: id, currency_code: "eur", entries_before: entries, head_before: head },
      ...{ balance_before: balance, entries, head, balance },
    }
  })
  const entries: Row[] = []
  const post = (id: string, cents: number, row: Row) => {
    const head = heads.find(({ account_id }) => account_id === id)!
    const balance = amountOf(Math.round(Number(head.balance) * 100) + cents)
    const entry: Row = {
      ...{ account_id: id, sequence: head.entries + 1, currency_code: "eur" },
      ...{ amount: amountOf(cents), balance_after: balance, order_id: null, source_seq: 0 },
      ...{ value_date: `${year}-05-05`, actor_id: "user_1", created_at: at, hash: null },
      ...row,
    }
    entry.hash = entryHash(cells("entries.csv", entry), head.head)
    Object.assign(head, { entries: head.entries + 1, head: entry.hash, balance })
    entries.push(entry)
  }
  const receipts = payments.map(({ account, cents, note, reversed }, n): Row => {
    const id = `clrec_${year}_${n}`
    const account_id = `clacc_${account}`
    post(account_id, cents, {
      ...{ id: `clent_${id}`, type: cents > 0 ? "receipt" : "payout", receipt_id: id, note },
      ...{ reverses_id: null, source_type: "receipt", source_id: id },
    })
    if (reversed) {
      post(account_id, -cents, {
        ...{ id: `clent_back_${id}`, type: "reversal", receipt_id: id, note: "wrong" },
        ...{ reverses_id: `clent_${id}`, source_type: "reversal", source_id: `clent_${id}` },
      })
    }
    return {
      ...{ id, account_id, currency_code: "eur", direction: cents > 0 ? "in" : "out" },
      ...{ method: "cheque", provider_id: null, amount: amountOf(Math.abs(cents)) },
      ...{ reference: "0042", value_date: `${year}-05-05`, note, order_id: null },
      ...{ order_ids: "[]", top_up_id: null, source_type: "receipt", source_id: `clsrc_${n}` },
      ...{ actor_id: "user_1", created_at: at, closing_number: year - 2023 },
      ...{ reversed_at: reversed ? at : null },
      ...{ reversal_closing_number: reversed ? year - 2023 : null },
    }
  })
  const previous = before?.period.closings.last ?? null
  const closing = closingOf(year, receipts, heads, previous?.hash ?? null)
  const last = { number: year - 2023, hash: String(closing.hash) }
  const [slip] = receipts.filter(({ direction }) => direction === "in")
  return {
    period: {
      ...{
        market: "store",
        year,
        time_zone: "UTC",
        from,
        to: `${year + 1}-01-01T00:00:00.000000Z`,
      },
      closings: { before: previous, last } satisfies Heads["closings"],
    },
    heads,
    tables: {
      "accounts.csv": heads.map(({ account_id }, n) => ({
        ...{ id: account_id, number: n + 1, customer_id: `cus_${n}`, currency_code: "eur" },
        ...{ decimal_digits: 2, created_at: from },
      })),
      "entries.csv": entries,
      "receipts.csv": receipts,
      "receipt_changes.csv": receipts.slice(0, 1).map(({ id }) => ({
        ...{ id: "clrch_1", receipt_id: id!, from_method: "cash", to_method: "cheque" },
        ...{ from_reference: null, to_reference: "0042", actor_id: "user_1", created_at: at },
      })),
      "closings.csv": [closing],
      "cheque_deposits.csv": slip
        ? [
            {
              ...{ id: "chdep_1", number: 1, currency_code: "eur", count: 1, total: slip.amount! },
              ...{ note: null, actor_id: "user_1", created_at: at, canceled_at: null },
            },
          ]
        : [],
      "cheque_deposit_lines.csv": slip
        ? [
            {
              ...{ deposit_id: "chdep_1", position: 1, receipt_id: slip.id!, bank: null },
              ...{ account_id: slip.account_id!, drawer: "Camille Dupré", cheque_number: "0042" },
              amount: slip.amount!,
            },
          ]
        : [],
      "changes.csv": [
        {
          ...{ id: "clchg_1", subject: "settings", subject_id: "store", account_id: null },
          ...{ before: '{"due_days": 7}', after: '{"due_days": 3}', actor_id: "user_1" },
          created_at: at,
        },
      ],
      "clients.csv": heads.map(({ account_id }) => ({
        ...{ account_id, customer_name: "Camille Dupré", customer_email: null },
      })),
      "allocations.csv": [],
    },
  }
}

function closingOf(year: number, receipts: Row[], heads: AccountHead[], previous: string | null) {
  const lines = receipts.flatMap(({ id, direction, method, amount, reversed_at }) => [
    { method, amount, reversal: false, direction, receipt_id: id },
    ...(reversed_at ? [{ method, amount, reversal: true, direction, receipt_id: id }] : []),
  ])
  const chainHeads = JSON.stringify(
    heads
      .filter(({ head }) => head)
      .map(({ account_id, entries, head }) => ({ head, entries, account_id }))
  )
  const at = `${year}-05-05T18:00:00.000001Z`
  const closing: Row = {
    ...{ number: year - 2023, id: `clclo_${year}`, market: "store", currency_code: "eur" },
    ...{ decimal_digits: 2, day: `${year}-05-05`, opened_at: at, closed_at: at },
    ...{ opening_float: "0", cash_left: "0", received: "20", paid_out: "0", reversed: "0" },
    ...{ methods: "[]", cash_count: null, lines: JSON.stringify(lines), orders: "[]" },
    ...{ taxes: '[{"tax": "1", "base": "20", "rate": "5.5"}]', totals: "{}" },
    ...{ chain_heads: chainHeads, chain_digest: sha256(chainHeads), note: 'rain, "wind"\n' },
    ...{ actor_id: "user_1", previous_hash: previous, hash: null },
  }
  closing.hash = closingHash(cells("closings.csv", closing), previous)
  return closing
}

/** The year's zip; checksums and manifest are of what it holds, as a forger would make them too. */
export const zipOf = ({ period, tables, heads }: Year): Promise<Buffer> =>
  buffer(
    writeArchive(
      {
        period,
        currencies: ["eur"],
        settings: { due_days: 3 },
        rows: async function* (table) {
          yield tables[table]
        },
        heads: async function* () {
          yield heads
        },
      },
      new Date("2026-01-05T10:00:00Z")
    )
  )

const directory = mkdtempSync(join(tmpdir(), "client-ledger-archive-"))
let files = 0

export function fileOf(content: Buffer): string {
  files += 1
  const path = join(directory, `${files}.zip`)
  writeFileSync(path, content)
  return path
}

export const removeFiles = () => rmSync(directory, { recursive: true, force: true })
