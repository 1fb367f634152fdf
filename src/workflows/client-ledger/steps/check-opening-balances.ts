import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { checkBalances } from "../../../modules/client-ledger/utils/opening-balances"
import {
  readBalancesCsv,
  type WrittenBalance,
} from "../../../modules/client-ledger/utils/opening-balances-csv"

export type OpeningBalancesFile = { csv: string; currency_code?: string }

export const checkOpeningBalancesStepId = "check-opening-balances"

/** Reads the file, and finds its clients among Medusa's customers. */
export const checkOpeningBalancesStep = createStep(
  checkOpeningBalancesStepId,
  async ({ csv, currency_code }: OpeningBalancesFile, { container }) => {
    const written = readBalancesCsv(csv)
    const customers = await findCustomers(container, written)
    const currency = currency_code ?? (await storeCurrency(container))
    return new StepResponse(checkBalances(written, customers, currency))
  }
)

async function findCustomers(container: MedusaContainer, written: WrittenBalance[]) {
  const ids = written.map((row) => row.customer_id).filter(Boolean)
  const emails = written.flatMap((row) => [row.email, row.email.toLowerCase()]).filter(Boolean)
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "customer",
    fields: ["id", "email", "has_account", "first_name", "last_name", "company_name"],
    filters: { $or: [{ id: ids }, { email: emails }] },
  })
  return data
}

async function storeCurrency(container: MedusaContainer): Promise<string | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "store",
    fields: ["supported_currencies.currency_code", "supported_currencies.is_default"],
  })
  const currencies = data.flatMap((store) => store.supported_currencies ?? [])
  return currencies.find((currency) => currency?.is_default)?.currency_code ?? null
}
