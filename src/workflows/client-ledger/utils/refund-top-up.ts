import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { BigNumber, Modules } from "@medusajs/framework/utils"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type { TopUpDTO } from "../../../modules/client-ledger/sql/top-ups"
import type { Amount, IdempotentRequest } from "../../../modules/client-ledger/types"
import { ConflictError } from "../../../modules/client-ledger/utils/errors"
import { currencyDigits } from "../../../modules/client-ledger/utils/money"
import { requireNote } from "../../../modules/client-ledger/utils/require-note"
import { debtAfter, refundAmount } from "../../../modules/client-ledger/utils/top-up-limits"
import { readTopUp, settleTopUp, type SettledTopUp } from "./settle-top-up"
import type { TopUpPayment } from "./top-up-facts"

export type TopUpRefund = {
  top_up_id: string
  /** Major units; all that is left of it unless said. */
  amount?: BigNumberInput
  /** Why. */
  note: string
  /** A person was asked, and means it though the client owes after it. */
  confirmed?: boolean
  actor_id: string
}

/** A refund of Medusa's names the request that asked for it, so that a request that comes twice gives back once. */
const REQUEST_KEY = "client_ledger_request"

/**
 * Gives money of a top-up back through its provider, and debits it. Medusa's own refund serves orders alone.
 * @throws INVALID_DATA amount or note, CONFLICT nothing is left, the client would owe and nobody was asked, or the provider
 *   refuses.
 */
export async function refundTopUp(
  container: MedusaContainer,
  refund: TopUpRefund,
  request?: IdempotentRequest
): Promise<SettledTopUp> {
  const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
  const { top_up } = await settleTopUp(container, refund.top_up_id)
  if (request && (await ledger.isAnswered(request))) return { top_up, entries: [] }
  const { payment } = await readTopUp(container, top_up)
  if (top_up.status !== "paid" || !payment) {
    throw new ConflictError(`Top-up ${top_up.id} is ${top_up.status}: there is nothing to refund`)
  }
  if (!isMade(payment, request)) {
    const note = requireNote(refund.note)
    const amount = refundAmount(refund.amount, top_up, currencyDigits(top_up.currency_code))
    if (!refund.confirmed) await refuseDebt(ledger, top_up, amount)
    if (request) await reserve(ledger, request)
    try {
      await giveBack(container, payment, { amount, note, actor_id: refund.actor_id }, request)
    } catch (error) {
      if (request) await ledger.freeRequest(request)
      throw error
    }
  }
  const settled = await settleTopUp(container, top_up.id)
  if (request) await ledger.answerRequest(request, top_up.id)
  return settled
}

/** A twin in another process, which Medusa's lock may not reach, gives nothing back beside us. */
async function reserve(ledger: ClientLedgerModuleService, request: IdempotentRequest) {
  if (await ledger.reserveRequest(request)) return
  throw new ConflictError(
    `Idempotency-Key "${request.key}" is at work: look whether the refund was made, then ask again with another key`
  )
}

const isMade = (payment: TopUpPayment, request?: IdempotentRequest): boolean =>
  request !== undefined &&
  payment.refunds.some(({ metadata }) => metadata?.[REQUEST_KEY] === request.key)

async function refuseDebt(ledger: ClientLedgerModuleService, topUp: TopUpDTO, amount: Amount) {
  const { balance } = await ledger.retrieveBalance(topUp.account_id)
  const debt = debtAfter(balance, amount)
  if (debt) {
    throw new ConflictError(
      `amount: the client would owe ${debt} after it; send confirmed: true if that is meant`
    )
  }
}

async function giveBack(
  container: MedusaContainer,
  payment: TopUpPayment,
  refund: { amount: Amount; note: string; actor_id: string },
  request?: IdempotentRequest
) {
  try {
    await container.resolve(Modules.PAYMENT).refundPayment({
      payment_id: payment.id,
      amount: new BigNumber(refund.amount),
      note: refund.note,
      created_by: refund.actor_id,
      ...(request && { metadata: { [REQUEST_KEY]: request.key } }),
    })
  } catch (error) {
    throw new ConflictError(`The provider refused the refund: ${(error as Error).message}`)
  }
}
