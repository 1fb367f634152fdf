import type { AdminBringToZeroResponse, RealMethod } from "../../types/http"
import { usePosting, type PostingOptions } from "./use-posting"

export type ZeroBody = {
  accounts: ({ client_account_id: string; balance: number } & (
    { method: RealMethod; reference?: string } | { write_off: { note: string } }
  ))[]
}

/** Clients brought to zero, all or none. */
export const useBringToZero = (options?: PostingOptions<AdminBringToZeroResponse, ZeroBody>) =>
  usePosting("/admin/client-accounts/bring-to-zero", options)
