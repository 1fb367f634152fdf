import type { AccountHead, Cells } from "../format"
import { toUnits } from "./amounts"
import type { Problems } from "./problems"

type Rows<Row> = AsyncIterable<Row> | Iterable<Row>
type Receipts = Map<string, Cells<"receipts.csv">>

/** The accounts are those whose heads are told, each once. */
export async function checkAccounts(
  accounts: Rows<Cells<"accounts.csv">>,
  heads: AccountHead[],
  problems: Problems
): Promise<void> {
  const left = new Map(heads.map((head) => [head.account_id, head]))
  problems.expect(left.size === heads.length, () => "heads.json tells of an account twice")
  for await (const { id, currency_code } of accounts) {
    const head = left.get(id ?? "")
    problems.expect(head !== undefined, () => `Account ${id}: heads.json doesn't have it, once`)
    problems.expect(
      !head || head.currency_code === currency_code,
      () => `Account ${id}: it is in ${currency_code}, and in ${head?.currency_code} in heads.json`
    )
    left.delete(id ?? "")
  }
  for (const id of left.keys()) problems.add(`Account ${id}: accounts.csv doesn't have it`)
}

/** The changes of a receipt follow each other, and end with what it says. */
export async function checkReceiptChanges(
  changes: Rows<Cells<"receipt_changes.csv">>,
  receipts: Receipts,
  problems: Problems
): Promise<void> {
  const last = new Map<string, Cells<"receipt_changes.csv">>()
  for await (const change of changes) {
    const id = change.receipt_id ?? ""
    const before = last.get(id)
    problems.expect(
      !before ||
        (before.to_method === change.from_method && before.to_reference === change.from_reference),
      () => `Receipt ${id}: its change ${change.id} doesn't begin where the one before it ended`
    )
    last.set(id, change)
  }
  for (const [id, change] of last) {
    const receipt = receipts.get(id)
    problems.expect(
      change.to_method === receipt?.method && change.to_reference === receipt.reference,
      () => `Receipt ${id}: its last change doesn't end with what receipts.csv says`
    )
  }
}

/** Each slip's cheques are as many as it says, and make its total; a cheque of the year is one of its receipts. */
export async function checkDeposits(
  deposits: Rows<Cells<"cheque_deposits.csv">>,
  lines: Rows<Cells<"cheque_deposit_lines.csv">>,
  receipts: Receipts,
  problems: Problems
): Promise<void> {
  const sums = new Map<string, { count: number; total: bigint }>()
  for await (const line of lines) {
    const sum = sums.get(line.deposit_id ?? "") ?? { count: 0, total: 0n }
    sum.count += 1
    sum.total += toUnits(line.amount) ?? 0n
    sums.set(line.deposit_id ?? "", sum)
    const receipt = receipts.get(line.receipt_id ?? "")
    problems.expect(
      !receipt || (receipt.amount === line.amount && receipt.account_id === line.account_id),
      () => `Receipt ${line.receipt_id}: its deposit slip says another amount or account`
    )
  }
  for await (const { id, number, count, total } of deposits) {
    const sum = sums.get(id ?? "")
    problems.expect(
      String(sum?.count) === count && sum?.total === toUnits(total),
      () => `Deposit slip no. ${number}: its cheques don't make ${count} and ${total}`
    )
    sums.delete(id ?? "")
  }
  for (const id of sums.keys()) problems.add(`Deposit slip ${id}: cheque_deposits.csv lacks it`)
}
