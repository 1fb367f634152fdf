import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { StoreClientAccountListResponse } from "../../../../../types/http"
import { createClientAccountWorkflow } from "../../../../../workflows/client-ledger"
import { ledgerOf } from "../../../../utils/ledger"
import { resultOf } from "../../../../utils/result-of"
import { storeCurrency } from "../../../../utils/store-currency"
import { toOwnAccount } from "./serializers"

/** The customer's accounts; the one of the store's currency is made on first sight. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<StoreClientAccountListResponse>
) {
  const customer_id = req.auth_context.actor_id
  const list = async () => {
    const page = { order: "balance" as const, limit: 200, offset: 0 }
    return (await ledgerOf(req.scope).listBalances({ customer_id: [customer_id] }, page))[0]
  }
  let accounts = await list()
  const currency_code = await storeCurrency(req.scope)
  if (currency_code && !accounts.some((account) => account.currency_code === currency_code)) {
    await resultOf(
      createClientAccountWorkflow(req.scope).run({ input: { customer_id, currency_code } })
    )
    accounts = await list()
  }
  res.json({ client_accounts: accounts.map(toOwnAccount) })
}
