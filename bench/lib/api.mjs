import { createHmac } from "node:crypto"
import { call } from "../../scripts/lib/admin-api.mjs"
import { startMedusa } from "../../scripts/lib/medusa.mjs"
import { freePort } from "../../scripts/lib/postgres.mjs"

/** A running Medusa, its admin API as an administrator sees it, and the tokens of others. */
export async function startApi(root, env, logOf) {
  const JWT_SECRET = "bench"
  const port = await freePort()
  const server = await startMedusa(root, {
    port,
    env: { ...env, JWT_SECRET },
    log: logOf(`medusa-${port}`),
  })
  const tokenOf = (actor_type, actor_id) =>
    signed({ actor_id, actor_type, exp: 4e9, auth_identity_id: "authid_bench" }, JWT_SECRET)
  const token = tokenOf("user", "user_bench")
  return { url: server.url, token, tokenOf, get: (path) => call(`${server.url}${path}`, { token }) }
}

/** A token as Medusa's login would give it. */
function signed(claims, secret) {
  const encode = (part) => Buffer.from(JSON.stringify(part)).toString("base64url")
  const content = `${encode({ alg: "HS256", typ: "JWT" })}.${encode(claims)}`
  return `${content}.${createHmac("sha256", secret).update(content).digest("base64url")}`
}
