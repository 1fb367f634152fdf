import { createPaymentSessionsWorkflow } from "@medusajs/medusa/core-flows"
import type { CreateOrderCreditLineDTO, MedusaContainer } from "@medusajs/framework/types"
import {
  BigNumber,
  ContainerRegistrationKeys,
  Modules,
  PaymentCollectionStatus,
} from "@medusajs/framework/utils"
import type { Amount, OnSiteMethod } from "../../../modules/client-ledger/types"
import { negate } from "../../../modules/client-ledger/utils/money"
import { onSiteMethodOf } from "../../../modules/client-ledger/utils/providers"
import type { CollectionPlan } from "./collection-plan"
import type { CreditPlan } from "./credit-plan"
import { ACCOUNT_CREDIT, type OrderFacts } from "./order-facts"
import type { ViewChange } from "./order-view"
import type { ProjectionPlan } from "./projection-plan"
import type { PromisePlan } from "./promise-plan"

type Order = Pick<OrderFacts, "id" | "currency_code">

/** Writes one change in Medusa. It posts nothing; what a process that died leaves half done is planned anew. */
export async function changeView(
  container: MedusaContainer,
  order: Order,
  change: ViewChange,
  onlineProviders: readonly string[]
): Promise<void> {
  if (change.kind === "credit") return takeBackCredit(container, order, change.plan)
  if (change.kind === "promise") return renewPromise(container, order, change.plan)
  if (change.kind === "collections") return changeCollections(container, order, change.plan)
  return writeMoney(container, order, change.plan, onlineProviders)
}

/** As a line below zero: Medusa copies an order's lines from version to version, and changes none. */
async function takeBackCredit(container: MedusaContainer, order: Order, plan: CreditPlan) {
  // Without its version the line would belong to the order as it was placed.
  const line: CreateOrderCreditLineDTO & { version: number } = {
    order_id: order.id,
    version: plan.version,
    reference: ACCOUNT_CREDIT,
    reference_id: plan.reference_id,
    amount: new BigNumber(negate(plan.amount)),
  }
  await container.resolve(Modules.ORDER).createOrderCreditLines([line])
}

async function writeMoney(
  container: MedusaContainer,
  order: Order,
  plan: ProjectionPlan,
  onlineProviders: readonly string[]
) {
  const payments = container.resolve(Modules.PAYMENT)
  for (const { payment_id, for_id, amount } of plan.refunds) {
    // Never Medusa's refund workflow, whose credit line would forgive the debt.
    await payments.refundPayment({
      payment_id,
      amount: new BigNumber(amount),
      created_by: for_id,
      note: "Taken back on the client's account",
    })
  }
  for (const { payment_id, allocation_id, amount, method } of plan.captures) {
    await payments.capturePayment({
      payment_id:
        payment_id ?? (await makePayment(container, order, amount, method, onlineProviders)),
      amount: new BigNumber(amount),
      captured_by: allocation_id,
    })
  }
  for (const { amount, ...transaction } of plan.transactions) {
    await container.resolve(Modules.ORDER).addOrderTransactions({
      ...transaction,
      order_id: order.id,
      currency_code: order.currency_code,
      amount: new BigNumber(amount).numeric,
    })
  }
}

/** A payment of its own, in a collection of the order's that is just for it. */
async function makePayment(
  container: MedusaContainer,
  order: Order,
  amount: Amount,
  method: OnSiteMethod,
  onlineProviders: readonly string[]
): Promise<string> {
  const provider = await providerOf(container, method, onlineProviders)
  return promise(container, await makeCollection(container, order, amount), provider)
}

/** The shop's provider of a method; Medusa's own where it has none. */
async function providerOf(
  container: MedusaContainer,
  method: OnSiteMethod,
  onlineProviders: readonly string[]
): Promise<string> {
  const providers = await container.resolve(Modules.PAYMENT).listPaymentProviders()
  const named = providers.find(
    ({ id, is_enabled }) =>
      is_enabled && id !== "pp_system_default" && onSiteMethodOf(id, onlineProviders) === method
  )
  return named?.id ?? "pp_system_default"
}

async function renewPromise(container: MedusaContainer, order: Order, plan: PromisePlan) {
  const payments = container.resolve(Modules.PAYMENT)
  for (const id of plan.cancel_payment_ids) await payments.cancelPayment(id)
  if (!plan.renewal) return
  const { payment_collection_id: emptyId, amount, provider_id } = plan.renewal
  if (emptyId) await payments.updatePaymentCollections(emptyId, { amount: Number(amount) })
  await promise(container, emptyId ?? (await makeCollection(container, order, amount)), provider_id)
}

/** @returns the payment, authorized. */
async function promise(
  container: MedusaContainer,
  payment_collection_id: string,
  provider_id: string
): Promise<string> {
  const { result: session } = await createPaymentSessionsWorkflow(container).run({
    input: { payment_collection_id, provider_id },
  })
  const payment = await container.resolve(Modules.PAYMENT).authorizePaymentSession(session.id, {})
  return payment!.id
}

async function makeCollection(
  container: MedusaContainer,
  order: Order,
  amount: Amount
): Promise<string> {
  const collection = await container.resolve(Modules.PAYMENT).createPaymentCollections({
    currency_code: order.currency_code,
    amount: Number(amount),
  })
  await container
    .resolve(ContainerRegistrationKeys.LINK)
    .create(collectionLink(order.id, collection.id))
  return collection.id
}

const collectionLink = (order_id: string, payment_collection_id: string) => ({
  [Modules.ORDER]: { order_id },
  [Modules.PAYMENT]: { payment_collection_id },
})

async function changeCollections(container: MedusaContainer, order: Order, plan: CollectionPlan) {
  const payments = container.resolve(Modules.PAYMENT)
  for (const { payment_id, captured_at } of plan.recounts) {
    const captured = { id: payment_id, captured_at: captured_at ?? new Date() }
    await payments.updatePayment(captured)
    // Of a payment that is captured, Medusa takes nothing more: it counts its collection.
    await payments.capturePayment({ payment_id, is_captured: true })
  }
  for (const { id, amount } of plan.amounts) {
    await payments.updatePaymentCollections(id, { amount: Number(amount) })
  }
  if (plan.cancel_ids.length) {
    await payments.updatePaymentCollections(
      { id: plan.cancel_ids },
      { status: PaymentCollectionStatus.CANCELED }
    )
  }
  for (const id of plan.dismiss_ids) {
    await container.resolve(ContainerRegistrationKeys.LINK).dismiss(collectionLink(order.id, id))
  }
  if (plan.create !== null) await makeCollection(container, order, plan.create)
}
