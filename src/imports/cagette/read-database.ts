import { MedusaError } from "@medusajs/framework/utils"
import type { ForeignLedger, ForeignMember, ForeignPerson } from "../foreign-ledger"
import { millionthsOf } from "../millionths"
import type { CagetteKind, GroupRow, OperationRow, UserGroupRow, UserRow } from "./entities"
import { openDatabase, reasonOf, type OpenDatabase } from "./open-database"
import { readOperation } from "./read-operation"

const PAGE = 1000

/** `Group.flags` is a Haxe set: bit 1 is the shop's mode, bit 2 its payments; both make operations of orders. */
const SHOP_MODE = 1 << 1
const HAS_PAYMENTS = 1 << 2

/**
 * One group of a Cagette or CAMAP database.
 * @throws NOT_FOUND no such group, listing those there are; INVALID_DATA as {@link openDatabase}.
 */
export async function readDatabase(
  url: string,
  kind: CagetteKind,
  groupId: string
): Promise<ForeignLedger> {
  const database = await openDatabase(url, kind)
  try {
    const group = await findGroup(database, groupId)
    return {
      group: {
        id: groupId,
        name: group.name ?? groupId,
        currency_code: group.currencyCode?.toLowerCase() || null,
        manages_payments: managesPayments(group, kind),
      },
      count: () => telling(() => countRows(database, group.id)),
      members: () => tellingPages(membersOf(database, group.id)),
      operations: () => tellingPages(operationsOf(database, group.id, kind)),
      strangers: (ids) => tellingPages(strangersOf(database, ids)),
      close: database.close,
    }
  } catch (error) {
    await database.close()
    throw error
  }
}

async function findGroup({ manager, entities }: OpenDatabase, groupId: string): Promise<GroupRow> {
  const groups = manager.getRepository(entities.Group)
  const group = /^\d+$/.test(groupId) ? await groups.findOneBy({ id: Number(groupId) }) : null
  if (group) return group
  const others = await groups.find({ order: { id: "ASC" }, take: 20 })
  const list = others.map(({ id, name }) => `${id} (${name})`).join(", ")
  throw new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `group: there is no group ${groupId}. There are: ${list || "none"}`
  )
}

const managesPayments = ({ flags }: GroupRow, kind: CagetteKind): boolean =>
  kind === "camap" || Boolean(flags && flags & HAS_PAYMENTS && flags & SHOP_MODE)

async function countRows({ manager, entities }: OpenDatabase, groupId: number) {
  const [members, operations] = [
    await manager.countBy(entities.UserGroup, { groupId }),
    await manager.countBy(entities.Operation, { groupId }),
  ]
  return { members, operations }
}

/** Pages by key: however deep, a page is a range of an index. */
async function* membersOf(
  { manager, entities }: OpenDatabase,
  groupId: number
): AsyncGenerator<ForeignMember[]> {
  let last = 0
  for (let rows: UserGroupRow[] = []; ; last = rows.at(-1)!.userId) {
    rows = await manager
      .createQueryBuilder(entities.UserGroup, "membership")
      .leftJoinAndMapOne(
        "membership.user",
        entities.User.options.name,
        "person",
        "person.id = membership.userId"
      )
      .where("membership.groupId = :groupId and membership.userId > :last", { groupId, last })
      .orderBy("membership.userId")
      .limit(PAGE)
      .getMany()
    if (!rows.length) return
    yield rows.map(toMember)
  }
}

async function* operationsOf(
  { manager, entities }: OpenDatabase,
  groupId: number,
  kind: CagetteKind
): AsyncGenerator<ReturnType<typeof readOperation>[]> {
  let last = 0
  for (let rows: OperationRow[] = []; ; last = rows.at(-1)!.id) {
    const query = manager.createQueryBuilder(entities.Operation, "operation")
    if (kind === "camap") {
      query.leftJoinAndMapOne(
        "operation.subscription",
        entities.Subscription.options.name,
        "subscription",
        "subscription.id = operation.subscriptionId"
      )
    }
    rows = await query
      .where("operation.groupId = :groupId and operation.id > :last", { groupId, last })
      .orderBy("operation.id")
      .limit(PAGE)
      .getMany()
    if (!rows.length) return
    yield rows.map((row) => readOperation(row, kind))
  }
}

async function* strangersOf(
  { manager, entities }: OpenDatabase,
  ids: string[]
): AsyncGenerator<ForeignMember[]> {
  for (let at = 0; at < ids.length; at += PAGE) {
    const page = ids.slice(at, at + PAGE)
    const users = await manager
      .createQueryBuilder(entities.User, "person")
      .where("person.id in (:...page)", { page: page.map(Number) })
      .getMany()
    const found = new Map(users.map((user) => [String(user.id), user]))
    yield page.map((id) => toPerson(id, found.get(id), null, false))
  }
}

const toMember = ({ userId, balance, user }: UserGroupRow): ForeignMember =>
  toPerson(String(userId), user, balance, true)

const toPerson = (
  id: string,
  user: UserRow | null | undefined,
  balance: number | null,
  isMember: boolean
): ForeignMember => ({
  id,
  ...personOf(user?.firstName, user?.lastName, user?.email, user?.phone),
  second: secondOf(user),
  balance: balance === null ? null : millionthsOf(balance),
  is_member: isMember,
  exists: Boolean(user),
})

type Text = string | null | undefined

const personOf = (first: Text, last: Text, email: Text, phone: Text): ForeignPerson => ({
  first_name: first?.trim() || null,
  last_name: last?.trim() || null,
  email: email?.trim().toLowerCase() || null,
  phone: phone?.trim() || null,
})

function secondOf(user: UserRow | null | undefined): ForeignPerson | null {
  const person = personOf(user?.firstName2, user?.lastName2, user?.email2, user?.phone2)
  return Object.values(person).some(Boolean) ? person : null
}

async function* tellingPages<Page>(pages: AsyncIterable<Page>): AsyncGenerator<Page> {
  const iterator = pages[Symbol.asyncIterator]()
  for (;;) {
    const { value, done } = await telling(() => iterator.next())
    if (done) return
    yield value
  }
}

/** A connection that breaks half-way has changed nothing: the ledger is written once all is read. */
async function telling<Result>(read: () => Promise<Result>): Promise<Result> {
  try {
    return await read()
  } catch (error) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `Reading stopped: ${reasonOf(error)}. Nothing was written: run the import again.`
    )
  }
}
