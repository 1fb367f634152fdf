import { createHash } from "node:crypto"
import { readFile } from "node:fs/promises"
import { basename } from "node:path"
import { MedusaError } from "@medusajs/framework/utils"
import { readAmount, readDay } from "../../modules/client-ledger/utils/written-values"
import { promiseOf } from "../cagette/read-operation"
import type {
  ForeignLedger,
  ForeignMember,
  ForeignOperation,
  OperationKind,
} from "../foreign-ledger"
import { parse } from "../millionths"
import { writtenOperations, type WrittenOperation } from "./written-operations"

const MOST_ERRORS_SHOWN = 20

/**
 * A ledger that is a file of operations, one a line: `email;name;date;type;amount;label`, and where there are any
 * `id`, `member`, `method`, `pending`. Amounts are signed: what a member paid is above zero. UTF-8, or Windows-1252 as
 * French spreadsheets write it.
 * @throws INVALID_DATA a file that can't be read, or each line that is wrong.
 */
export async function readCsv(path: string, group: string): Promise<ForeignLedger> {
  const { members, operations } = checkLines(writtenOperations(await textOf(path)))
  return {
    group: { id: group, name: basename(path), currency_code: null, manages_payments: true },
    count: async () => ({ members: members.length, operations: operations.length }),
    members: () => onePage(members),
    operations: () => onePage(operations),
    strangers: () => onePage([]),
    close: async () => undefined,
  }
}

async function* onePage<Item>(items: Item[]): AsyncGenerator<Item[]> {
  yield items
}

async function textOf(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw invalid(`${path} can't be read: ${error.code}`)
  })
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder("windows-1252").decode(bytes)
  }
}

function checkLines(lines: WrittenOperation[]) {
  const members = new Map<string, ForeignMember>()
  const operations = new Map<string, ForeignOperation>()
  const errors: string[] = []
  for (const line of lines) {
    const operation = operationOf(line)
    if (typeof operation === "string") {
      errors.push(`line ${line.line}: ${operation}`)
      continue
    }
    const id = freeId(line, operation, operations)
    if (id === null) {
      errors.push(`line ${line.line}: id: ${line.id} is on another line already`)
      continue
    }
    operations.set(id, { ...operation, id })
    if (!members.has(operation.member_id)) {
      members.set(operation.member_id, memberOf(operation.member_id, line))
    }
  }
  if (errors.length) throw invalid(["Nothing was written.", ...shown(errors)].join("\n"))
  return { members: [...members.values()], operations: [...operations.values()] }
}

const shown = (errors: string[]) => [
  ...errors.slice(0, MOST_ERRORS_SHOWN),
  ...(errors.length > MOST_ERRORS_SHOWN ? [`and ${errors.length - MOST_ERRORS_SHOWN} more`] : []),
]

/** @returns the operation without its id, or what is wrong with the line. */
function operationOf(line: WrittenOperation): Omit<ForeignOperation, "id"> | string {
  const member_id = line.member || line.email.toLowerCase()
  if (!member_id) return "no member: give an e-mail"
  const amount = readAmount(line.amount)
  if (amount === null) return `amount: "${line.amount}" is not an amount`
  if (!/^[-+]?\d{1,15}(\.\d{1,6})?$/.test(amount))
    return `amount: "${line.amount}" is too large or too fine`
  const day = readDay(line.date)
  if (!day) return `date: "${line.date}" is not a date`
  const kind = kindOf(line.type, parse(amount))
  if (!kind)
    return `type: "${line.type}" is not known; write order, subscription, payment or membership`
  const isPromise =
    kind === "payment" && ["1", "true", "yes", "oui"].includes(line.pending.toLowerCase())
  return {
    ...{ member_id, day, kind, label: line.label, amount: parse(amount) },
    method: line.method || null,
    is_promise: isPromise,
    left_out: isPromise ? promiseOf(line.method) : null,
    is_unreadable: false,
  }
}

const KINDS: Record<string, OperationKind> = {
  ...{ order: "order", commande: "order" },
  ...{ subscription: "subscription", souscription: "subscription", contrat: "subscription" },
  ...{ payment: "payment", paiement: "payment", refund: "payment", remboursement: "payment" },
  ...{ membership: "membership", adhésion: "membership", adhesion: "membership" },
}

function kindOf(written: string, amount: bigint): OperationKind | null {
  if (!written) return amount > 0n ? "payment" : "order"
  return KINDS[written.toLowerCase()] ?? null
}

/**
 * The line's own id; where the file has none, one of what the line says, and of how many lines say the same before it, so
 * that the file can come again with more lines.
 * @returns null when another line has it.
 */
function freeId(
  line: WrittenOperation,
  operation: Omit<ForeignOperation, "id">,
  taken: Map<string, unknown>
): string | null {
  if (line.id) return taken.has(line.id) ? null : line.id
  const { member_id, day, kind, amount, label } = operation
  const said = JSON.stringify([member_id, day, kind, String(amount), label])
  const hash = createHash("sha256").update(said).digest("hex").slice(0, 20)
  for (let nth = 1; ; nth++) if (!taken.has(`${hash}-${nth}`)) return `${hash}-${nth}`
}

/** A name in one column is a first name to Medusa: nobody can tell its parts apart. */
const memberOf = (id: string, line: WrittenOperation): ForeignMember => ({
  id,
  first_name: line.name || null,
  last_name: null,
  email: line.email.toLowerCase() || null,
  phone: null,
  second: null,
  balance: null,
  is_member: true,
  exists: true,
})

const invalid = (reason: string) =>
  new MedusaError(MedusaError.Types.INVALID_DATA, `csv: ${reason}`)
