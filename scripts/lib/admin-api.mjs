/** Calls the API and answers its JSON; an error names the call. */
export async function call(url, { token, headers, body, method = body ? "POST" : "GET" } = {}) {
  const response = await fetch(url, {
    method,
    headers: {
      "content-type": "application/json",
      ...(token && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: body && JSON.stringify(body),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${url} answered ${response.status}: ${text}`)
  return JSON.parse(text)
}

/** Answers the token of an administrator. */
export async function logIn(url, { email, password }) {
  const { token } = await call(`${url}/auth/user/emailpass`, { body: { email, password } })
  return token
}

/** Every client account, who owes most first. */
export async function balances(url, token) {
  const accounts = []
  for (;;) {
    const query = new URLSearchParams({
      order: "balance",
      limit: "100",
      offset: String(accounts.length),
    })
    const page = await call(`${url}/admin/client-accounts?${query}`, { token })
    accounts.push(...page.client_accounts)
    if (accounts.length >= page.count || !page.client_accounts.length) return accounts
  }
}

/** The key that a storefront sends with each call. */
export async function publishableKey(url, token) {
  const { api_keys } = await call(`${url}/admin/api-keys?type=publishable&limit=1`, { token })
  if (!api_keys[0]) throw new Error("The shop has no publishable key")
  return api_keys[0].token
}
