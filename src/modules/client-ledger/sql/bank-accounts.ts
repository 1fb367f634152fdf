import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { electronicFormatIBAN, isValidIBAN } from "ibantools"
import type { Timestamp } from "../types"
import type { CsvFormat } from "../utils/bank-files/csv-format"
import type { StatedAccount } from "../utils/bank-files/statement"
import { currencyDigits } from "../utils/money"
import type { Sql } from "./runner"

export type BankAccountDTO = {
  id: string
  name: string
  /** The IBAN, or whatever number it has where there are none. */
  number: string
  currency_code: string
  csv_format: CsvFormat | null
  actor_id: string | null
  created_at: Timestamp
}

export type NewBankAccount = Pick<BankAccountDTO, "name" | "number" | "currency_code"> & {
  csv_format?: CsvFormat | null
  actor_id?: string | null
}

export type BankAccountPatch = { name?: string; csv_format?: CsvFormat | null }

const COLUMNS = `id, name, number, currency_code, csv_format, actor_id, created_at`

/** @throws INVALID_DATA number or currency, CONFLICT an account of that number. */
export async function insertBankAccount(
  sql: Sql,
  account: NewBankAccount
): Promise<BankAccountDTO> {
  const currency_code = account.currency_code.toLowerCase()
  currencyDigits(currency_code)
  const [written] = await sql<BankAccountDTO>(
    `insert into bank_account (id, name, number, currency_code, csv_format, actor_id) values (?, ?, ?, ?, ?::jsonb, ?)
     returning ${COLUMNS}`,
    [
      generateEntityId(undefined, "clbka"),
      account.name,
      numberOf(account.number),
      currency_code,
      account.csv_format ? JSON.stringify(account.csv_format) : null,
      account.actor_id ?? null,
    ]
  )
  return written!
}

/** @throws NOT_FOUND */
export async function updateBankAccount(
  sql: Sql,
  id: string,
  patch: BankAccountPatch
): Promise<BankAccountDTO> {
  const { name, csv_format } = { ...(await retrieveBankAccount(sql, id)), ...patch }
  await sql(
    `update bank_account set name = ?, csv_format = ?::jsonb, updated_at = now() where id = ?`,
    [name, csv_format ? JSON.stringify(csv_format) : null, id]
  )
  return retrieveBankAccount(sql, id)
}

/** @throws NOT_FOUND */
export async function retrieveBankAccount(
  sql: Sql,
  id: string,
  lock = false
): Promise<BankAccountDTO> {
  const [account] = await sql<BankAccountDTO>(
    `select ${COLUMNS} from bank_account where id = ? ${lock ? "for no key update" : ""}`,
    [id]
  )
  if (!account) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Bank account with id: ${id} was not found`)
  }
  return account
}

/** By name; a market has a few. */
export async function listBankAccounts(sql: Sql): Promise<BankAccountDTO[]> {
  return sql(`select ${COLUMNS} from bank_account where market = 'store' order by name, id`)
}

const IBAN = /^[A-Z]{2}\d{2}/
const SHORTEST_NUMBER = 5

/** What begins as an IBAN has to be one; elsewhere an account has a number of its own. */
function numberOf(written: string): string {
  const number = electronicFormatIBAN(written) ?? ""
  if (IBAN.test(number) && !isValidIBAN(number)) {
    throw invalid(`number: "${written}" is not a valid IBAN`)
  }
  if (number.length < SHORTEST_NUMBER) {
    throw invalid(`number: must be an IBAN, or an account number of ${SHORTEST_NUMBER} characters`)
  }
  return number
}

/**
 * Refuses a file of another account. An OFX file names an account by the parts of which an IBAN is made, in France the
 * bank's, the branch's and the account's number.
 * @throws INVALID_DATA naming both.
 */
export function refuseOtherAccount(own: BankAccountDTO, stated: StatedAccount): void {
  const parts = stated.number.map((part) => part.replace(/[^A-Za-z0-9]/g, "").toUpperCase())
  const last = parts.at(-1) ?? ""
  const isOwn = IBAN.test(own.number)
    ? last.length >= SHORTEST_NUMBER && parts.every((part) => own.number.includes(part))
    : last === own.number
  if (!isOwn) {
    throw invalid(
      `This file is of account ${stated.number.join(" ")}, not of "${own.name}" (${own.number}). Nothing was imported.`
    )
  }
  if (stated.currency_code && stated.currency_code !== own.currency_code) {
    throw invalid(
      `This file is in ${stated.currency_code.toUpperCase()}, and "${own.name}" is in ${own.currency_code.toUpperCase()}. Nothing was imported.`
    )
  }
}

const invalid = (message: string) => new MedusaError(MedusaError.Types.INVALID_DATA, message)
