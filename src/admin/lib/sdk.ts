import Medusa from "@medusajs/js-sdk"

export const BASE_URL = __BACKEND_URL__ ?? "/"

/** Talks to the server as the host's dashboard does, whichever way it authenticates. */
export const sdk = new Medusa({
  baseUrl: BASE_URL,
  auth: {
    type: __AUTH_TYPE__ ?? "session",
    jwtTokenStorageKey: __JWT_TOKEN_STORAGE_KEY__ || undefined,
  },
})
