import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { BigNumberInput } from "@medusajs/framework/types"
import type { StoreAccountCreditResponse } from "../../../../../types/http/account-credit"
import { changeAccountCreditWorkflow } from "../../../../../workflows/client-ledger"
import { resultOf } from "../../../../utils/result-of"
import { accountCredit, retrieveOwnCart } from "./checkout"
import type { AccountCreditBody } from "./validators"

/** What the customer may spend of his balance on his cart, and what he spends. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<StoreAccountCreditResponse>
) {
  await answer(req, res)
}

/** Pays the cart from the customer's balance, whole or in part; in place of what was set aside before. */
export async function POST(
  req: AuthenticatedMedusaRequest<AccountCreditBody>,
  res: MedusaResponse<StoreAccountCreditResponse>
) {
  await change(req, req.validatedBody.amount ?? null)
  await answer(req, res)
}

/** Pays nothing of the cart from the balance. */
export async function DELETE(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<StoreAccountCreditResponse>
) {
  await change(req, "0")
  await answer(req, res)
}

async function change(
  req: AuthenticatedMedusaRequest<unknown, unknown>,
  amount: BigNumberInput | null
) {
  const cart = await retrieveOwnCart(req.scope, req.params.id!, req.auth_context.actor_id)
  await resultOf(
    changeAccountCreditWorkflow(req.scope).run({ input: { cart_id: cart.id, amount } })
  )
}

async function answer(
  req: AuthenticatedMedusaRequest<unknown, unknown>,
  res: MedusaResponse<StoreAccountCreditResponse>
) {
  const customerId = req.auth_context.actor_id
  const cart = await retrieveOwnCart(req.scope, req.params.id!, customerId)
  res.json({ account_credit: await accountCredit(req.scope, cart, customerId) })
}
