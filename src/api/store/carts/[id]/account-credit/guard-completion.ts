import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { ConflictError } from "../../../../../modules/client-ledger/utils/errors"
import type { DebtVerdict } from "../../../../../modules/client-ledger/utils/debt-policy"
import { readCart, type CartFacts } from "../../../../../workflows/client-ledger/utils/cart-facts"
import { changeAccountCreditWorkflow } from "../../../../../workflows/client-ledger"
import { ledgerOf } from "../../../../utils/ledger"
import { resultOf } from "../../../../utils/result-of"
import { accountOfCart, judgeCart } from "./checkout"

/**
 * Before a storefront's cart becomes an order: what it spends of the balance must still be there, and the market's policy
 * must let its client owe the rest. A middleware, since Medusa's one hook of its workflow belongs to the shop; what a
 * payment's webhook completes never passes here, since it is paid already.
 */
export async function guardCompletion(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
) {
  const cartId = req.params.id!
  const { has_hold, may_refuse } = await ledgerOf(req.scope).checkoutDuties(cartId)
  if (has_hold) await keepCredit(req.scope, cartId)
  if (may_refuse) await checkPolicy(req.scope, cartId)
  next()
}

/** @throws CONFLICT when the cart had to be changed, since another amount is left to pay than the client saw. */
async function keepCredit(scope: MedusaContainer, cartId: string) {
  const changed = await resultOf(
    changeAccountCreditWorkflow(scope).run({ input: { cart_id: cartId } })
  )
  if (changed) {
    throw new ConflictError(
      "What is paid from your account has changed with your cart or your balance: check what is left to pay, then order again"
    )
  }
}

/** @throws NOT_ALLOWED with the reason as its code. */
async function checkPolicy(scope: MedusaContainer, cartId: string) {
  const cart = await readCart(scope, cartId)
  if (!cart || !hasCustomer(cart) || cart.completed_at) return
  const verdict = await judgeCart(scope, cart, await accountOfCart(scope, cart))
  if (verdict.allowed || !verdict.reason) return
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    MESSAGES[verdict.reason](`${verdict.missing} ${cart.currency_code.toUpperCase()}`),
    verdict.reason
  )
}

const hasCustomer = (cart: CartFacts): cart is CartFacts & { customer_id: string } =>
  cart.customer_id !== null

const MESSAGES: Record<NonNullable<DebtVerdict["reason"]>, (amount: string) => string> = {
  overdue: (amount) =>
    `Pay ${amount} of what is overdue on your account first, or pay this order online`,
  provision_required: (amount) => `Pay ${amount} online, or put it on your account first`,
}
