import { useQuery } from "@tanstack/react-query"
import type { Right } from "../../policies/client-ledger"
import { sdk } from "../lib/sdk"

/** What the logged-in role may do, as "resource:operation"; null where the shop has no roles: then everything. */
const permissions = async (): Promise<Set<string> | null> => {
  const { feature_flags } = await sdk.client.fetch<{ feature_flags: { rbac?: boolean } }>(
    "/admin/feature-flags"
  )
  if (!feature_flags.rbac) return null
  const answer = await sdk.client.fetch<{ permissions: string[] }>("/admin/rbac/me/permissions")
  return new Set(answer.permissions)
}

/**
 * Whether the logged-in person may do something on the clients' accounts. The server guards its routes itself: this
 * is for hiding what would be refused. Until the answer is there nothing is allowed.
 */
export const useMay = () => {
  const { data } = useQuery({
    queryKey: ["client-ledger-permissions"],
    queryFn: permissions,
    staleTime: Infinity,
  })
  return (right: Right): boolean => data === null || data?.has(`client_ledger:${right}`) === true
}
