import { capturePaymentWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
  Modules,
  PaymentSessionStatus,
} from "@medusajs/framework/utils"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type { TopUpDTO } from "../../../modules/client-ledger/sql/top-ups"
import type { PostedEntry } from "../../../modules/client-ledger/types"
import { ConflictError } from "../../../modules/client-ledger/utils/errors"
import { readTopUps, topUpTarget, type TopUpFacts } from "./top-up-facts"

const ATTEMPTS = 10

export type SettledTopUp = { top_up: TopUpDTO; entries: PostedEntry[] }

/**
 * Asks the provider about a top-up that Medusa has no payment of, and makes the ledger say what Medusa says of it. It can be
 * run at any time and any number of times; who runs it holds the top-up's lock.
 */
export async function settleTopUp(container: MedusaContainer, id: string): Promise<SettledTopUp> {
  const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
  const { enabled, online_providers } = await ledger.retrieveRules()
  if (!enabled) return { top_up: await ledger.retrieveTopUp(id), entries: [] }
  await takePayment(container, await ledger.retrieveTopUp(id))
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const facts = await readTopUp(container, await ledger.retrieveTopUp(id))
    const { top_up, problem } = facts
    if (problem) warn(container, top_up, problem)
    const target = topUpTarget(facts, online_providers)
    if (problem || !(await ledger.findStaleTopUps([target])).length) return { top_up, entries: [] }
    const entries = await ledger.recordTopUp(target)
    if (entries) return { top_up: await ledger.retrieveTopUp(id), entries }
  }
  throw new ConflictError(`Top-up ${id} keeps changing while it is recorded: it will be retried`)
}

export const readTopUp = async (container: MedusaContainer, topUp: TopUpDTO): Promise<TopUpFacts> =>
  (await readTopUps(container, [topUp]))[0]!

/** Makes Medusa write what the provider took; of a provider that only authorized, the whole is captured. */
async function takePayment(container: MedusaContainer, topUp: TopUpDTO): Promise<void> {
  if (topUp.status !== "pending") return
  const known = await readTopUp(container, topUp)
  const { payment, problem } = known.payment ? known : await authorize(container, topUp)
  if (!payment) return closeIfGone(container, topUp)
  if (problem || payment.captures.length || payment.canceled_at) return
  await unlessDone(
    () => capturePaymentWorkflow(container).run({ input: { payment_id: payment.id } }),
    async () => (await readTopUp(container, topUp)).payment!.captures.length > 0
  )
}

/**
 * Medusa asks the provider, and makes its payment. A webhook does the same and takes no lock of ours: the payment is the
 * one that came first, and who came second can't cancel an intent that Stripe has captured.
 */
async function authorize(container: MedusaContainer, topUp: TopUpDTO): Promise<TopUpFacts> {
  try {
    await container.resolve(Modules.PAYMENT).authorizePaymentSession(topUp.payment_session_id, {})
  } catch (error) {
    const facts = await readTopUp(container, topUp)
    if (facts.payment || isUnpaid(error)) return facts
    throw error
  }
  return readTopUp(container, topUp)
}

/** Its session was replaced, or its provider has let it go: nobody can pay it any more. */
async function closeIfGone(container: MedusaContainer, topUp: TopUpDTO): Promise<void> {
  const [session] = await container
    .resolve(Modules.PAYMENT)
    .listPaymentSessions({ id: [topUp.payment_session_id] })
  if (session && session.status !== PaymentSessionStatus.CANCELED) return
  await container
    .resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    .closeTopUp(topUp.id, "canceled")
}

/** Medusa's words for a session that isn't paid, or was let go. */
const isUnpaid = (error: unknown): boolean =>
  error instanceof MedusaError &&
  [MedusaError.Types.NOT_ALLOWED, MedusaError.Types.NOT_FOUND].includes(error.type)

async function unlessDone(work: () => Promise<unknown>, isDone: () => Promise<boolean>) {
  try {
    await work()
  } catch (error) {
    if (!(await isDone())) throw error
  }
}

function warn(container: MedusaContainer, topUp: TopUpDTO, problem: string) {
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .warn(`Client ledger: top-up ${topUp.id} is not posted: ${problem}`)
}
