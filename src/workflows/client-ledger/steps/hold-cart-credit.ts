import type { BigNumberInput, CreateCartCreditLinesWorkflowInput } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type { HoldDTO } from "../../../modules/client-ledger/sql/holds"
import { isPositive, sameAmount, toNumber } from "../../../modules/client-ledger/utils/money"
import {
  accountCreditLines,
  costOf,
  readCart,
  wholeLineOf,
  type CartFacts,
} from "../utils/cart-facts"
import { ACCOUNT_CREDIT } from "../utils/order-facts"

export type HoldCartCreditInput = {
  cart_id: string
  /** Null for as much as there is; "0" for nothing; missing to keep what is set aside, or what is left of it. */
  amount?: BigNumberInput | null
}

/** The credit lines to take out of the cart and to put in, none when they are right. */
export type CartCredit = {
  changed: boolean
  removed: string[]
  added: CreateCartCreditLinesWorkflowInput
}

const KEPT: CartCredit = { changed: false, removed: [], added: [] }

export const holdCartCreditStepId = "hold-client-account-credit"

/** Sets aside what the client spends of his balance on the cart; what was set aside before, when a later step fails. */
export const holdCartCreditStep = createStep(
  holdCartCreditStepId,
  async ({ cart_id, amount }: HoldCartCreditInput, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    const cart = await readCart(container, cart_id)
    if (!cart?.customer_id) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `Cart with id: ${cart_id} was not found`)
    }
    // A cart may tell of a change of its own after it has become an order.
    if (cart.completed_at && amount === undefined) return new StepResponse<CartCredit, Undo>(KEPT)
    if (cart.completed_at) {
      throw new MedusaError(MedusaError.Types.INVALID_DATA, "The cart is an order already")
    }
    const before = await ledger.findHold(cart_id)
    const [account] = await ledger.ensureAccounts([
      { customer_id: cart.customer_id, currency_code: cart.currency_code },
    ])
    const hold = await ledger.holdCredit({
      account_id: account!.id,
      cart_id,
      amount: amount === undefined ? (before?.amount ?? "0") : amount,
      most: costOf(cart),
      or_less: amount === undefined,
    })
    return new StepResponse<CartCredit, Undo>(creditOf(cart, hold), { cart_id, before })
  },
  async (undo, { container }) => {
    if (!undo) return
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    const { cart_id, before } = undo
    if (!before || !isPositive(before.amount)) return ledger.releaseHold(cart_id)
    const { account_id, amount } = before
    await ledger.holdCredit({ account_id, cart_id, amount, most: amount, or_less: true })
  }
)

type Undo = { cart_id: string; before: HoldDTO | null }

function creditOf(cart: CartFacts, hold: HoldDTO | null): CartCredit {
  const lines = accountCreditLines(cart)
  const removed = lines.map(({ id }) => id)
  if (!hold) return { changed: removed.length > 0, removed, added: [] }
  const amount = sameAmount(hold.amount, costOf(cart)) ? wholeLineOf(cart) : hold.amount
  const [only] = lines
  if (
    lines.length === 1 &&
    only!.reference_id === hold.id &&
    sameAmount(only!.raw_amount, amount)
  ) {
    return KEPT
  }
  const line = {
    cart_id: cart.id,
    reference: ACCOUNT_CREDIT,
    reference_id: hold.id,
    metadata: null,
  }
  return { changed: true, removed, added: [{ ...line, amount: toNumber(amount) }] }
}
