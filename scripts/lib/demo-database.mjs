import { ensureDatabase } from "./postgres.mjs"

const name = "client_ledger_demo"

/**
 * The demo's database. How far it has come is written on the database itself, as its comment; one whose
 * seeding was interrupted is dropped and made anew.
 */
export class DemoDatabase {
  constructor(postgres, state) {
    this.postgres = postgres
    this.url = postgres.urlOf(name)
    this.state = state
  }

  static async open(postgres, { reset }) {
    const state = await readState(postgres)
    if (state && !reset && state.seeded) return new DemoDatabase(postgres, state)
    if (state) await query(postgres, `drop database "${name}" with (force)`)
    await ensureDatabase(postgres, name)
    return new DemoDatabase(postgres, {})
  }

  async remember(change) {
    this.state = { ...this.state, ...change }
    await query(this.postgres, `comment on database "${name}" is '${JSON.stringify(this.state)}'`)
  }
}

/** Null where there is no such database. */
async function readState(postgres) {
  const { rows } = await query(
    postgres,
    "select shobj_description(oid, 'pg_database') as state from pg_database where datname = $1",
    [name]
  )
  if (!rows[0]) return null
  return rows[0].state ? JSON.parse(rows[0].state) : {}
}

async function query(postgres, sql, values) {
  const { default: pg } = await import("pg")
  const client = new pg.Client({ connectionString: postgres.urlOf("postgres") })
  await client.connect()
  try {
    return await client.query(sql, values)
  } finally {
    await client.end()
  }
}
