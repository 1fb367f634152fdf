import type { AccountHead, Cells } from "../format"
import { entryHash } from "../hashes"
import { toUnits } from "./amounts"
import type { Problems } from "./problems"

type Entry = Cells<"entries.csv">

/** What an account's chain has come to. */
type Chain = { sequence: number; head: string | null; balance: string | null }

/** What one receipt's entries come to in the archive, and the entry that recorded it, if it is there. */
export type ReceiptMoney = { sum: bigint; recording: Entry | null }

/** The hashes that closings give for entries, by account and sequence; `due`: the entry has to be there. */
export type ClaimedHeads = Map<string, { head: string; by: string; due: boolean }>
export const headKey = (accountId: string, sequence: number) => `${accountId} ${sequence}`

/** What is held against the entries: those of closings, and the heads that a person copied from paper. */
export type HeadWitnesses = {
  claimed: ClaimedHeads
  /** As "account hash", or "any hash"; those that are met are taken out of it. */
  expected: Set<string>
}

/**
 * Follows each account's chain from the head that it had before the year to the one that `heads.json` says: sequence
 * without a gap, each balance the one before plus the amount, each hash the one that its row gives.
 * @returns how many entries there are, and what each receipt's come to.
 */
export async function checkEntries(
  entries: AsyncIterable<Entry> | Iterable<Entry>,
  heads: AccountHead[],
  witnesses: HeadWitnesses,
  problems: Problems
): Promise<{ checked: number; receipts: Map<string, ReceiptMoney> }> {
  const currencies = new Map(heads.map((head) => [head.account_id, head.currency_code]))
  const chains = new Map(heads.map((head) => [head.account_id, startOf(head)]))
  const receipts = new Map<string, ReceiptMoney>()
  for (const [id, chain] of chains) meetWitnesses(id, chain, witnesses, problems)
  let checked = 0
  for await (const entry of entries) {
    checked += 1
    const id = entry.account_id ?? ""
    const chain = chains.get(id)
    if (!chain) {
      problems.add(`Entry ${entry.id}: heads.json has no account ${id}`)
      continue
    }
    const next = follow(chain, entry, currencies.get(id)!, problems)
    chains.set(id, next)
    meetWitnesses(id, next, witnesses, problems)
    countReceipt(entry, receipts)
  }
  for (const head of heads) checkEnd(head, chains.get(head.account_id)!, problems)
  for (const [key, { by }] of [...witnesses.claimed].filter(([, { due }]) => due)) {
    const [account, sequence] = key.split(" ")
    problems.add(`Entry ${sequence} of account ${account}: ${by} tells of it, and it isn't there`)
  }
  return { checked, receipts }
}

const startOf = (head: AccountHead): Chain => ({
  sequence: head.entries_before,
  head: head.head_before,
  balance: head.balance_before,
})

function follow(chain: Chain, entry: Entry, currency: string, problems: Problems): Chain {
  const expected = chain.sequence + 1
  const [before, amount] = [toUnits(chain.balance), toUnits(entry.amount)]
  const adds =
    before !== null && amount !== null && toUnits(entry.balance_after) === before + amount
  const wrong = [
    entry.sequence !== String(expected) && `number ${expected} is missing before it`,
    !adds && `${chain.balance} and ${entry.amount} don't make ${entry.balance_after}`,
    entry.currency_code !== currency && `its currency isn't ${currency}`,
    entry.hash !== entryHash(entry, chain.head) &&
      "its hash isn't that of its row and the one before",
  ].filter((what) => what !== false)
  if (wrong.length) {
    problems.add(`Entry ${entry.sequence} of account ${entry.account_id}: ${wrong.join("; ")}`)
  }
  return { sequence: Number(entry.sequence), head: entry.hash, balance: entry.balance_after }
}

function meetWitnesses(
  id: string,
  { sequence, head }: Chain,
  { claimed, expected }: HeadWitnesses,
  problems: Problems
) {
  expected.delete(`${id} ${head}`)
  expected.delete(`any ${head}`)
  const claim = claimed.get(headKey(id, sequence))
  if (!claim) return
  claimed.delete(headKey(id, sequence))
  problems.expect(
    claim.head === head,
    () => `Entry ${sequence} of account ${id}: ${claim.by} gives it another hash`
  )
}

const RECORDING: readonly (string | null)[] = ["receipt", "payout", "capture", "refund"]

function countReceipt(entry: Entry, receipts: Map<string, ReceiptMoney>) {
  if (entry.receipt_id === null) return
  const money = receipts.get(entry.receipt_id) ?? { sum: 0n, recording: null }
  money.sum += toUnits(entry.amount) ?? 0n
  if (RECORDING.includes(entry.type)) money.recording ??= entry
  receipts.set(entry.receipt_id, money)
}

function checkEnd(head: AccountHead, chain: Chain, problems: Problems) {
  const wrong = [
    head.entries !== chain.sequence && `${chain.sequence} entries, not ${head.entries}`,
    head.head !== chain.head && "another head",
    head.balance !== chain.balance && `a balance of ${chain.balance}, not ${head.balance}`,
  ].filter((what) => what !== false)
  if (wrong.length) {
    problems.add(`Account ${head.account_id}: by its entries it has ${wrong.join(", ")}`)
  }
}
