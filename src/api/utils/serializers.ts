import type { MedusaContainer } from "@medusajs/framework/types"
import type { EntryResult, TotalsTowardsZero } from "../../modules/client-ledger/account-service"
import type { BalanceTotals, ClientBalanceDTO } from "../../modules/client-ledger/sql/balances"
import type { LedgerEntryDetailsDTO } from "../../modules/client-ledger/sql/entry-details"
import type { OpeningBalances } from "../../modules/client-ledger/sql/opening-balances"
import type { Timestamp } from "../../modules/client-ledger/types"
import { toNumber } from "../../modules/client-ledger/utils/money"
import type {
  AdminClientAccount,
  AdminClientAccountTotals,
  AdminLedgerEntry,
  AdminLedgerEntryResponse,
  AdminOpeningBalancesResponse,
} from "../../types/http"
import { actorEmails, actorOf } from "./actors"

export const toIso = (moment: Timestamp): string => new Date(moment).toISOString()

export const toClientAccount = (account: ClientBalanceDTO): AdminClientAccount => ({
  id: account.id,
  customer_id: account.customer_id,
  customer_name: account.customer_name,
  customer_email: account.customer_email,
  currency_code: account.currency_code,
  balance: toNumber(account.balance),
  expected: toNumber(account.expected),
  expected_method: account.expected_method,
  overdue: toNumber(account.overdue),
  overdue_since: account.overdue_since,
  last_entry_at: account.last_entry_at && toIso(account.last_entry_at),
  reference: account.reference,
  next_step: account.next_step,
  no_reminders: account.no_reminders,
  created_at: toIso(account.created_at),
})

export const toTotals = ({
  debt_ages,
  sleeping_credits,
  ...totals
}: TotalsTowardsZero): AdminClientAccountTotals => ({
  currency_code: totals.currency_code,
  owed: toNumber(totals.owed),
  in_credit: toNumber(totals.in_credit),
  net: toNumber(totals.net),
  overdue: toNumber(totals.overdue),
  expected: toNumber(totals.expected),
  count: totals.count,
  settled_share: settledShare(totals.count),
  debt_ages: {
    not_due: toNumber(debt_ages.not_due),
    days_0_30: toNumber(debt_ages.days_0_30),
    days_31_60: toNumber(debt_ages.days_31_60),
    days_61_90: toNumber(debt_ages.days_61_90),
    older: toNumber(debt_ages.older),
  },
  sleeping_credits: { count: sleeping_credits.count, amount: toNumber(sleeping_credits.amount) },
})

/** Of clients, not of money: a share with four decimals. */
const settledShare = ({ owing, settled, in_credit }: BalanceTotals["count"]) =>
  Number((settled / (owing + settled + in_credit)).toFixed(4))

export const toLedgerEntry = (
  entry: LedgerEntryDetailsDTO,
  emails: Map<string, string>
): AdminLedgerEntry => ({
  id: entry.id,
  account_id: entry.account_id,
  sequence: entry.sequence,
  type: entry.type,
  currency_code: entry.currency_code,
  amount: toNumber(entry.amount),
  balance_after: toNumber(entry.balance_after),
  order_id: entry.order_id,
  order_display_id: entry.order_display_id,
  receipt_id: entry.receipt_id,
  method: entry.method,
  reference: entry.reference,
  closing_number: entry.closing_number,
  top_up_id: entry.top_up_id,
  transfer_account: entry.transfer_account,
  reverses_id: entry.reverses_id,
  reversed_by_id: entry.reversed_by_id,
  note: entry.note,
  value_date: entry.value_date,
  created_at: toIso(entry.created_at),
  actor: actorOf(entry, emails),
})

export const toOpeningBalances = (
  balances: OpeningBalances
): AdminOpeningBalancesResponse["opening_balances"] => ({
  dry_run: balances.dry_run,
  rows: balances.rows.map((row) => ({
    line: row.line,
    customer: row.customer,
    customer_id: row.holder?.customer_id ?? null,
    customer_name: row.holder?.customer_name ?? null,
    currency_code: row.currency_code,
    amount: row.amount === null ? null : toNumber(row.amount),
    note: row.note,
    error: row.error,
  })),
  count: balances.count,
  errors: balances.errors,
  totals: balances.totals.map((total) => ({
    currency_code: total.currency_code,
    owed: toNumber(total.owed),
    in_credit: toNumber(total.in_credit),
  })),
})

/** What was written by hand, with its account after it. */
export async function toEntryResponse(
  scope: MedusaContainer,
  { ledger_entry, client_account }: EntryResult
): Promise<AdminLedgerEntryResponse> {
  const emails = await actorEmails(scope, [ledger_entry])
  return {
    ledger_entry: toLedgerEntry(ledger_entry, emails),
    client_account: toClientAccount(client_account),
  }
}
