type Customer = {
  id: string
  email?: string | null
  first_name?: string | null
  last_name?: string | null
  company_name?: string | null
}

/** The name that a client goes by: "First Last", else the company, else none. */
export function customerName(customer: Omit<Customer, "id">): string | null {
  const name = [customer.first_name, customer.last_name]
    .map((part) => part?.trim())
    .filter(Boolean)
    .join(" ")
  return name || customer.company_name?.trim() || null
}

/** Whose account it is, as the account's row keeps it for search and sort. */
export const holderOf = (customer: Customer) => ({
  customer_id: customer.id,
  customer_name: customerName(customer),
  customer_email: customer.email ?? null,
})
