/**
 * Serves the built storefront, and /config.json, which says at run time which Medusa it belongs to:
 * `MEDUSA_BACKEND_URL=… PUBLISHABLE_KEY=… npm start`.
 */
import { readFile } from "node:fs/promises"
import { createServer } from "node:http"
import { dirname, extname, join, normalize } from "node:path"
import { fileURLToPath } from "node:url"

const dist = join(dirname(fileURLToPath(import.meta.url)), "dist")
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json; charset=utf-8",
}

/** Starts the server. `config` is what /config.json answers. */
export async function serveStorefront({ port, config }) {
  const server = createServer(async (request, response) => {
    const path = pathOf(request.url)
    if (path === "/config.json") {
      response.writeHead(200, { "content-type": TYPES[".json"], "cache-control": "no-store" })
      return response.end(JSON.stringify(config))
    }
    const { type, content } = await fileAt(path)
    // Vite names what it builds by its content, so that a browser may keep it for ever.
    const cache = path.startsWith("/assets/") ? "max-age=31536000, immutable" : "no-cache"
    response.writeHead(200, { "content-type": type, "cache-control": cache })
    response.end(content)
  })
  await new Promise((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, resolve)
  })
  const close = () =>
    new Promise((resolve) => {
      server.close(resolve)
      server.closeAllConnections()
    })
  return { url: `http://localhost:${port}`, close }
}

/** Nothing outside of dist; what can't be read is no file. */
function pathOf(url) {
  try {
    return normalize(decodeURIComponent(new URL(url, "http://localhost").pathname))
  } catch {
    return "/"
  }
}

/** Whatever isn't a file is a screen of the storefront, which finds its way by the address. */
async function fileAt(path) {
  const type = TYPES[extname(path)]
  const content = type && (await readFile(join(dist, path)).catch(() => null))
  if (content) return { type, content }
  return { type: TYPES[".html"], content: await readFile(join(dist, "index.html")) }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { MEDUSA_BACKEND_URL, PUBLISHABLE_KEY, STRIPE_PUBLISHABLE_KEY, MARKET_NAME, PORT } =
    process.env
  if (!PUBLISHABLE_KEY) {
    console.error("PUBLISHABLE_KEY: set it to the key of Settings → Publishable API Keys")
    process.exit(1)
  }
  const { url } = await serveStorefront({
    port: Number(PORT ?? 8000),
    config: {
      name: MARKET_NAME,
      backend_url: MEDUSA_BACKEND_URL ?? "http://localhost:9000",
      publishable_key: PUBLISHABLE_KEY,
      stripe_publishable_key: STRIPE_PUBLISHABLE_KEY ?? null,
    },
  })
  console.log(`The storefront is on ${url}`)
}
