import type {
  AuthorizePaymentInput,
  AuthorizePaymentOutput,
  InitiatePaymentInput,
  InitiatePaymentOutput,
} from "@medusajs/framework/types"
import {
  AbstractPaymentProvider,
  generateEntityId,
  ModuleProvider,
  Modules,
  PaymentActions,
} from "@medusajs/framework/utils"

type Behaviour = {
  /** Captured as soon as it is authorized, as Stripe does by default. */
  capture_at_once?: boolean
  decline?: boolean
  fail_capture?: boolean
  fail_refund?: boolean
}
type Input = { data?: Record<string, unknown> }

const behaviourOf = (input: Input) => (input.data ?? {}) as Behaviour
const same = (input: Input) => ({ data: input.data ?? {} })

/** An online card provider whose behaviour each session chooses: Medusa sees a provider like any other. */
class TestCardProvider extends AbstractPaymentProvider {
  static override identifier = "card"

  constructor(container: Record<string, unknown>, options: Record<string, unknown> = {}) {
    super(container, options)
  }

  async initiatePayment(input: InitiatePaymentInput): Promise<InitiatePaymentOutput> {
    const id = generateEntityId(undefined, "pi")
    return { id, data: { ...input.data, id } }
  }
  async authorizePayment(input: AuthorizePaymentInput): Promise<AuthorizePaymentOutput> {
    const { decline, capture_at_once } = behaviourOf(input)
    const status = decline ? "error" : capture_at_once ? "captured" : "authorized"
    return { status, data: input.data ?? {} }
  }
  async capturePayment(input: Input) {
    if (behaviourOf(input).fail_capture) throw new Error("The card was refused")
    return same(input)
  }
  async refundPayment(input: Input) {
    if (behaviourOf(input).fail_refund) throw new Error("The refund was refused")
    return same(input)
  }
  cancelPayment = async (input: Input) => same(input)
  deletePayment = async (input: Input) => same(input)
  retrievePayment = async (input: Input) => same(input)
  updatePayment = async (input: Input) => same(input)
  getPaymentStatus = async (input: Input) => ({ status: "authorized" as const, ...same(input) })
  getWebhookActionAndData = async () => ({ action: PaymentActions.NOT_SUPPORTED })
}

export default ModuleProvider(Modules.PAYMENT, { services: [TestCardProvider] })
