import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { ClientBalanceDTO } from "../../../../../modules/client-ledger/sql/balances"
import { isNegative, negate, toNumber } from "../../../../../modules/client-ledger/utils/money"
import { judgeDebt, type DebtVerdict } from "../../../../../modules/client-ledger/utils/debt-policy"
import {
  creditOf,
  dueOf,
  promisedOf,
  readCart,
  type CartFacts,
} from "../../../../../workflows/client-ledger/utils/cart-facts"
import type { StoreAccountCredit } from "../../../../../types/http/account-credit"
import { ledgerOf } from "../../../../utils/ledger"

/** A customer's own cart that isn't an order yet. @throws NOT_FOUND as for one that doesn't exist. */
export async function retrieveOwnCart(
  scope: MedusaContainer,
  id: string,
  customerId: string
): Promise<CartFacts> {
  const cart = await readCart(scope, id)
  if (!cart || cart.customer_id !== customerId) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Cart with id: ${id} was not found`)
  }
  return cart
}

/** Whether the market lets the cart's client place it, by his account and what he would pay later. */
export async function judgeCart(
  scope: MedusaContainer,
  cart: CartFacts,
  account: ClientBalanceDTO
): Promise<DebtVerdict> {
  const ledger = ledgerOf(scope)
  const { online_providers } = await ledger.retrieveRules()
  const { effective } = await ledger.retrieveAccountDebtPolicy(account.id)
  return judgeDebt(effective, {
    overdue: account.overdue,
    promised: promisedOf(cart, online_providers),
  })
}

/** The account that pays a cart; made on first sight. */
export async function accountOfCart(
  scope: MedusaContainer,
  cart: CartFacts & { customer_id: string }
): Promise<ClientBalanceDTO> {
  const ledger = ledgerOf(scope)
  const [account] = await ledger.ensureAccounts([
    { customer_id: cart.customer_id, currency_code: cart.currency_code },
  ])
  return ledger.retrieveBalance(account!.id)
}

/** What a client may spend of his balance on a cart, what he spends, and what the market says to his order. */
export async function accountCredit(
  scope: MedusaContainer,
  cart: CartFacts,
  customerId: string
): Promise<StoreAccountCredit> {
  const account = await accountOfCart(scope, { ...cart, customer_id: customerId })
  const available = await ledgerOf(scope).availableCredit(account.id, cart.id)
  const verdict = await judgeCart(scope, cart, account)
  return {
    client_account_id: account.id,
    currency_code: account.currency_code,
    balance: toNumber(account.balance),
    owed: isNegative(account.balance) ? toNumber(negate(account.balance)) : 0,
    overdue: toNumber(account.overdue),
    available: toNumber(available),
    applied: toNumber(creditOf(cart)),
    left_to_pay: toNumber(dueOf(cart)),
    checkout: { ...verdict, missing: toNumber(verdict.missing) },
  }
}
