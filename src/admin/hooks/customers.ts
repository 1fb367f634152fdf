import { useQuery } from "@tanstack/react-query"
import { sdk } from "../lib/sdk"

/** A customer of Medusa's, as far as our screens look at one. */
export type Customer = {
  id: string
  email: string | null
  first_name: string | null
  last_name: string | null
  company_name: string | null
  /** False for a guest, who ordered without registering. */
  has_account: boolean
}

const FIELDS = "id,email,first_name,last_name,company_name,has_account"

export const useCustomer = (id: string) =>
  useQuery({
    queryKey: ["client-ledger-customer", id],
    queryFn: () =>
      sdk.client.fetch<{ customer: Customer }>(`/admin/customers/${id}`, {
        query: { fields: FIELDS },
      }),
    // A customer who was deleted since stays so.
    retry: false,
  })

/** Those who registered, found by a few letters or by their e-mail. */
export const useRegisteredCustomers = (
  filter: { q?: string; email?: string },
  options: { enabled?: boolean } = {}
) =>
  useQuery({
    queryKey: ["client-ledger-registered-customers", filter],
    queryFn: () =>
      sdk.client.fetch<{ customers: Customer[] }>("/admin/customers", {
        query: { ...filter, has_account: true, fields: FIELDS, limit: 6 },
      }),
    ...options,
  })
