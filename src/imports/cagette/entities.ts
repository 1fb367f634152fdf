import type { EntitySchema } from "typeorm"
import type { TypeOrm } from "./typeorm"

/** Cagette of 2021 (Haxe), or CAMAP, which grew out of it on the same tables. */
export type CagetteKind = "cagette" | "camap"

export type OperationRow = {
  id: number
  name: string | null
  amount: number | null
  date: string
  type: number
  pending: number | null
  userId: number
  groupId: number
  subscriptionId: number | null
  payload: string | null
  subscription?: SubscriptionRow | null
}
export type SubscriptionRow = { id: number; startDate: string | null }
export type UserRow = {
  id: number
  firstName: string | null
  lastName: string | null
  email: string | null
  phone: string | null
  firstName2: string | null
  lastName2: string | null
  email2: string | null
  phone2: string | null
}
export type UserGroupRow = {
  userId: number
  groupId: number
  balance: number | null
  user?: UserRow | null
}
export type GroupRow = {
  id: number
  name: string | null
  currencyCode: string | null
  flags: number | null
}

export type CagetteEntities = {
  Operation: EntitySchema<OperationRow>
  Subscription: EntitySchema<SubscriptionRow>
  User: EntitySchema<UserRow>
  UserGroup: EntitySchema<UserGroupRow>
  Group: EntitySchema<GroupRow>
}

const optional = { type: String, nullable: true } as const
const int = { type: "int" } as const

/**
 * The tables and columns that the import reads, and no others: passwords never leave the foreign database. Dates are read
 * as the text that MySQL holds, the market's own time.
 */
export function cagetteEntities({ EntitySchema }: TypeOrm, kind: CagetteKind): CagetteEntities {
  return {
    Operation: new EntitySchema<OperationRow>({
      name: "Operation",
      tableName: "Operation",
      columns: {
        id: { ...int, primary: true },
        name: optional,
        amount: { type: "double", nullable: true },
        date: { type: String },
        type: int,
        pending: { ...int, nullable: true },
        userId: int,
        groupId: int,
        subscriptionId: { ...int, nullable: true },
        // Cagette's older `data` holds a blob that only Haxe reads.
        payload: { ...optional, name: kind === "cagette" ? "data2" : "data" },
      },
    }),
    Subscription: new EntitySchema<SubscriptionRow>({
      name: "Subscription",
      tableName: "Subscription",
      columns: { id: { ...int, primary: true }, startDate: optional },
    }),
    User: new EntitySchema<UserRow>({
      name: "User",
      tableName: "User",
      columns: {
        id: { ...int, primary: true },
        ...{ firstName: optional, lastName: optional, email: optional, phone: optional },
        ...{ firstName2: optional, lastName2: optional, email2: optional, phone2: optional },
      },
    }),
    UserGroup: new EntitySchema<UserGroupRow>({
      name: "UserGroup",
      tableName: "UserGroup",
      columns: {
        userId: { ...int, primary: true },
        groupId: { ...int, primary: true },
        balance: { type: "double", nullable: true },
      },
    }),
    Group: new EntitySchema<GroupRow>({
      name: "Group",
      tableName: "Group",
      columns: {
        id: { ...int, primary: true },
        name: optional,
        currencyCode: optional,
        flags: { ...int, nullable: true },
      },
    }),
  }
}
