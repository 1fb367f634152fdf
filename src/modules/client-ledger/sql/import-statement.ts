import { createHash } from "node:crypto"
import { generateEntityId } from "@medusajs/framework/utils"
import { readStatement, recognize } from "../utils/bank-files/read-statement"
import { type StatementLine, unreadable } from "../utils/bank-files/statement"
import { findAccountNumbers, findOrderNumbers } from "../utils/find-references"
import { contentOf } from "../utils/method-settings"
import { mintIds } from "../utils/mint-ids"
import { currencyDigits } from "../utils/money"
import { type BankAccountDTO, refuseOtherAccount, retrieveBankAccount } from "./bank-accounts"
import { findExactMatches } from "./bank-matches"
import { type BankStatementDTO, insertBankStatement } from "./bank-statements"
import type { Sql } from "./runner"
import { retrieveSettings } from "./settings"

export type StatementImport = {
  bank_account_id: string
  /** Of the file on this machine; it is read twice, piece by piece, and left where it is. */
  path: string
  /** As the person knows it. */
  file_name: string
  actor_id?: string | null
}

const BATCH = 500
/** What banks write where they have no reference. */
const NO_REFERENCE = /^(NONREF|NOTPROVIDED|NOREF|NONE|0+)$/i

/** Reads a file into lines, each once for ever, all or none. Imports of one account take turns. */
export async function importStatement(sql: Sql, input: StatementImport): Promise<BankStatementDTO> {
  const account = await retrieveBankAccount(sql, input.bank_account_id, true)
  const file = await recognize(input.path)
  const writer = await lineWriter(sql, account)
  let stated = false
  for await (const item of readStatement(file, account.csv_format)) {
    if ("account" in item) {
      refuseOtherAccount(account, item.account)
      stated = true
    } else await writer.add(item.line)
  }
  if (file.format !== "csv" && !stated)
    throw unreadable({ line: 1 }, "expected an account's number")
  const { lines, added, first_day, last_day } = await writer.finish()
  const exact = await findExactMatches(sql, writer.id)
  return insertBankStatement(sql, {
    id: writer.id,
    bank_account_id: account.id,
    file_name: input.file_name,
    format: file.format,
    ...{ lines, added, first_day, last_day },
    exact: exact.size,
    actor_id: input.actor_id ?? null,
  })
}

type NewLine = Omit<StatementLine, "currency_code"> & {
  id: string
  key: string
  account_numbers: number[]
  order_numbers: number[]
}

async function lineWriter(sql: Sql, account: BankAccountDTO) {
  const id = generateEntityId(undefined, "clbks")
  const pattern =
    contentOf("transfer", (await retrieveSettings(sql)).methods.transfer).reference ?? ""
  const keyOf = keys()
  const count = {
    lines: 0,
    added: 0,
    first_day: null as string | null,
    last_day: null as string | null,
  }
  let batch: NewLine[] = []
  const flush = async () => {
    count.added += await insertLines(sql, account, id, batch)
    batch = []
  }
  return {
    id,
    async add({ currency_code, ...line }: StatementLine) {
      refuseOtherMoney(line, currency_code, account)
      const texts = [line.label, line.counterparty ?? "", ...line.remarks]
      batch.push({
        ...line,
        id: mintIds("clbkl", 1)[0]!,
        key: keyOf(line),
        account_numbers: findAccountNumbers(texts),
        order_numbers: findOrderNumbers(texts, pattern),
      })
      count.lines++
      if (!count.first_day || line.booked_on < count.first_day) count.first_day = line.booked_on
      if (!count.last_day || line.booked_on > count.last_day) count.last_day = line.booked_on
      if (batch.length >= BATCH) await flush()
    },
    async finish() {
      await flush()
      return count
    },
  }
}

/** @throws INVALID_DATA naming the line. */
function refuseOtherMoney(
  { amount, position }: Omit<StatementLine, "currency_code">,
  currency: string | null,
  account: BankAccountDTO
) {
  if (currency && currency !== account.currency_code) {
    throw unreadable(
      { line: position },
      `expected an amount in ${account.currency_code.toUpperCase()}, and found ${currency.toUpperCase()}`
    )
  }
  const decimals = amount.split(".")[1]?.length ?? 0
  const digits = currencyDigits(account.currency_code)
  if (decimals > digits) {
    throw unreadable({ line: position }, `amount: must have at most ${digits} decimals`)
  }
}

/**
 * What makes a line the same line in the next file: the bank's reference with its day and amount, else all it says; and the
 * how-manieth alike it is of its day, since some banks give a reference to two payments.
 */
function keys() {
  const seen = new Map<string, number>()
  return (line: Omit<StatementLine, "currency_code">): string => {
    const { bank_reference, booked_on, amount, label, counterparty, remarks } = line
    const key =
      bank_reference && !NO_REFERENCE.test(bank_reference)
        ? `ref:${digest([bank_reference, booked_on, amount])}`
        : `line:${digest([booked_on, amount, label, counterparty, remarks])}`
    const ordinal = (seen.get(key) ?? 0) + 1
    seen.set(key, ordinal)
    return `${key}:${ordinal}`
  }
}

const digest = (values: unknown) =>
  createHash("sha256").update(JSON.stringify(values)).digest("base64url").slice(0, 24)

/** @returns how many of them are new. */
async function insertLines(
  sql: Sql,
  account: BankAccountDTO,
  statementId: string,
  lines: NewLine[]
): Promise<number> {
  if (!lines.length) return 0
  const added = await sql<{ id: string }>(
    `insert into bank_line (id, bank_account_id, statement_id, key, position, booked_on, value_date, amount, currency_code,
       counterparty, label, remarks, account_numbers, order_numbers, bank_reference)
     select id, ?, ?, key, position, booked_on, value_date, amount, ?, counterparty, label, remarks, account_numbers,
       order_numbers, bank_reference
     from jsonb_to_recordset(?::jsonb) as new (id text, key text, position int, booked_on date, value_date date,
       amount numeric, counterparty text, label text, remarks text[], account_numbers int[], order_numbers int[],
       bank_reference text)
     on conflict (bank_account_id, key) do nothing returning id`,
    [account.id, statementId, account.currency_code, JSON.stringify(lines)]
  )
  return added.length
}
