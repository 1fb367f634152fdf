import { MedusaError } from "@medusajs/framework/utils"
import type { DataSource, EntityManager } from "typeorm"
import { cagetteEntities, type CagetteEntities, type CagetteKind } from "./entities"
import { loadTypeOrm } from "./typeorm"

export type OpenDatabase = {
  entities: CagetteEntities
  /** Reads everything as it was at one moment, while the market goes on working there. */
  manager: EntityManager
  close: () => Promise<void>
}

const CONNECT_TIMEOUT = 10_000

/**
 * Opens a Cagette or CAMAP database to read it: in one read-only transaction, after a look at its tables and columns.
 * @param url mysql://user:password@host:3306/database; `?ssl=true` for a server that asks for it.
 * @throws INVALID_DATA a URL that isn't one, a server that can't be reached, a table or column that isn't there.
 */
export async function openDatabase(url: string, kind: CagetteKind): Promise<OpenDatabase> {
  const address = readUrl(url)
  const typeOrm = await loadTypeOrm()
  const entities = cagetteEntities(typeOrm, kind)
  const source = new typeOrm.DataSource({
    type: "mysql",
    host: address.hostname,
    port: Number(address.port || 3306),
    username: decodeURIComponent(address.username),
    password: decodeURIComponent(address.password),
    database: decodeURIComponent(address.pathname.slice(1)),
    ...(address.searchParams.get("ssl") === "true" ? { ssl: {} } : {}),
    connectTimeout: CONNECT_TIMEOUT,
    dateStrings: true,
    entities: usedBy(kind, entities),
    synchronize: false,
    logging: false,
  })
  try {
    await source.initialize()
    return await beginReading(source, entities)
  } catch (error) {
    if (source.isInitialized) await source.destroy()
    if (error instanceof MedusaError) throw error
    throw invalid(`${placeOf(address)} can't be read: ${reasonOf(error)}. Nothing was written.`)
  }
}

const usedBy = (kind: CagetteKind, entities: CagetteEntities) => {
  const { Subscription, ...others } = entities
  return kind === "camap" ? [...Object.values(others), Subscription] : Object.values(others)
}

async function beginReading(source: DataSource, entities: CagetteEntities): Promise<OpenDatabase> {
  await checkShape(source)
  const runner = source.createQueryRunner()
  await runner.query("start transaction with consistent snapshot, read only")
  return { entities, manager: runner.manager, close: () => source.destroy() }
}

/** @throws INVALID_DATA naming each table or column that the import reads and that isn't there. */
async function checkShape(source: DataSource): Promise<void> {
  const rows: { name: string; field: string }[] = await source.query(
    "select table_name as name, column_name as field from information_schema.columns where table_schema = database()"
  )
  const fields = new Set(rows.map(({ name, field }) => `${name}.${field}`))
  const tables = new Set(rows.map(({ name }) => name))
  const missing = source.entityMetadatas.flatMap(({ tableName, columns }) =>
    tables.has(tableName)
      ? columns
          .filter(({ databaseName }) => !fields.has(`${tableName}.${databaseName}`))
          .map(({ databaseName }) => `column ${tableName}.${databaseName}`)
      : `table ${tableName}`
  )
  if (!missing.length) return
  throw invalid(
    `This database isn't of the shape that was asked for; missing: ${missing.join(", ")}. ` +
      "Check from=cagette or from=camap, and the database's name. Nothing was written."
  )
}

function readUrl(url: string): URL {
  const example = "as mysql://user:password@localhost:3306/camap"
  if (!URL.canParse(url)) throw invalid(`The database's URL can't be read; write it ${example}`)
  const address = new URL(url)
  const isMySql = ["mysql:", "mariadb:"].includes(address.protocol)
  if (isMySql && address.hostname && address.pathname.length > 1) return address
  throw invalid(`The database's URL must name a server and a database, ${example}`)
}

/** The server and database, without the password. */
const placeOf = (address: URL) =>
  `The database ${decodeURIComponent(address.pathname.slice(1))} at ${address.hostname}:${address.port || 3306}`

const REASONS: Record<string, string> = {
  ECONNREFUSED: "no server answers there",
  ENOTFOUND: "there is no such host",
  ETIMEDOUT: "the server doesn't answer",
  ER_ACCESS_DENIED_ERROR: "the user or the password is refused",
  ER_DBACCESS_DENIED_ERROR: "the user may not read it",
  ER_BAD_DB_ERROR: "there is no such database",
  PROTOCOL_CONNECTION_LOST: "the connection broke",
}

/** What went wrong with the foreign server, in words. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string }
  return (code && REASONS[code]) ?? message ?? code ?? "for an unknown reason"
}

const invalid = (reason: string) => new MedusaError(MedusaError.Types.INVALID_DATA, reason)
