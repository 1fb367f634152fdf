import { createHmac } from "node:crypto"
import { call } from "../../scripts/lib/admin-api.mjs"
import { startMedusa } from "../../scripts/lib/medusa.mjs"
import { freePort } from "../../scripts/lib/postgres.mjs"

/** A running Medusa, and its admin API as an administrator sees it. */
export async function startApi(root, env, logOf) {
  const JWT_SECRET = "bench"
  const port = await freePort()
  const server = await startMedusa(root, {
    port,
    env: { ...env, JWT_SECRET },
    log: logOf("medusa"),
  })
  const token = signed({ actor_id: "user_bench", actor_type: "user", exp: 4e9 }, JWT_SECRET)
  return { url: server.url, token, get: (path) => call(`${server.url}${path}`, { token }) }
}

/** A token as Medusa's login would give an administrator. */
function signed(claims, secret) {
  const encode = (part) => Buffer.from(JSON.stringify(part)).toString("base64url")
  const content = `${encode({ alg: "HS256", typ: "JWT" })}.${encode(claims)}`
  return `${content}.${createHmac("sha256", secret).update(content).digest("base64url")}`
}
