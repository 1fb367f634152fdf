import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import { accountKey } from "../../../modules/client-ledger/sql/accounts"
import type { ReceiptInput } from "../../../modules/client-ledger/sql/record-receipt"
import type { ClientAccountDTO } from "../../../modules/client-ledger/types"
import { holderOf } from "../../../modules/client-ledger/utils/holder"

/** A receipt as a person gives it: for a client's account, or for a customer in a currency. */
export type ReceiptRequest = Omit<ReceiptInput, "account_id"> & {
  client_account_id?: string
  customer_id?: string
  currency_code?: string
}

export const resolveReceiptAccountsStepId = "resolve-receipt-accounts"

/** Finds the account of each receipt, and makes a customer's where it is missing. */
export const resolveReceiptAccountsStep = createStep(
  resolveReceiptAccountsStepId,
  async (requests: ReceiptRequest[], { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    const accounts = await ledger.retrieveAccounts(
      requests.flatMap(({ client_account_id }) => client_account_id ?? [])
    )
    const opened = await accountsOfCustomers(container, ledger, requests)
    const receipts: ReceiptInput[] = []
    for (const { client_account_id, customer_id, currency_code, ...receipt } of requests) {
      const account = client_account_id
        ? accounts.get(client_account_id)!
        : opened.get(accountKey({ customer_id: customer_id!, currency_code: currency_code! }))!
      if (currency_code && currency_code.toLowerCase() !== account.currency_code) {
        throw new MedusaError(
          MedusaError.Types.INVALID_DATA,
          `currency_code: account ${account.id} is in ${account.currency_code}`
        )
      }
      receipts.push({ ...receipt, account_id: account.id })
    }
    return new StepResponse(receipts)
  }
)

/** Of the requests that name a customer, by his id and currency. */
async function accountsOfCustomers(
  container: MedusaContainer,
  ledger: ClientLedgerModuleService,
  requests: ReceiptRequest[]
): Promise<Map<string, ClientAccountDTO>> {
  const named = requests.filter(({ client_account_id }) => !client_account_id)
  const customers = await findCustomers(container, named)
  const accounts = await ledger.ensureAccounts(
    named.map(({ customer_id, currency_code }) => ({
      ...customers.get(customer_id!)!,
      currency_code: currency_code!,
    }))
  )
  return new Map(accounts.map((account) => [accountKey(account), account]))
}

async function findCustomers(container: MedusaContainer, requests: ReceiptRequest[]) {
  const ids = [...new Set(requests.map((request) => request.customer_id))].filter(
    (id) => id !== undefined
  )
  if (!ids.length) return new Map<string, ReturnType<typeof holderOf>>()
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "customer",
    fields: ["id", "email", "first_name", "last_name", "company_name"],
    filters: { id: ids },
  })
  const holders = new Map(data.map((customer) => [customer.id, holderOf(customer)]))
  const unknown = ids.find((id) => !holders.has(id))
  if (unknown) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Customer with id: ${unknown} was not found`)
  }
  return holders
}
