import type {
  AuthorizePaymentInput,
  AuthorizePaymentOutput,
  CancelPaymentInput,
  CancelPaymentOutput,
  CapturePaymentInput,
  CapturePaymentOutput,
  DeletePaymentInput,
  DeletePaymentOutput,
  GetPaymentStatusInput,
  GetPaymentStatusOutput,
  InitiatePaymentInput,
  InitiatePaymentOutput,
  RefundPaymentInput,
  RefundPaymentOutput,
  RetrievePaymentInput,
  RetrievePaymentOutput,
  UpdatePaymentInput,
  UpdatePaymentOutput,
  WebhookActionResult,
} from "@medusajs/framework/types"
import {
  AbstractPaymentProvider,
  generateEntityId,
  MedusaError,
  PaymentActions,
} from "@medusajs/framework/utils"

/**
 * A payment made to the market itself: cheque, cash, transfer, card on the market's terminal.
 * Checkout authorizes it at once, which is a promise. It is captured when the money is there. No money moves
 * through the provider, so that cancelling and refunding change nothing outside Medusa.
 */
abstract class OnSitePaymentProvider extends AbstractPaymentProvider<Record<string, never>> {
  // Medusa's own constructor is protected, and the module provider wants one it can call.
  constructor(container: Record<string, unknown>, options: Record<string, never> = {}) {
    super(container, options)
  }

  static override validateOptions(options: Record<string, unknown> = {}): void {
    const unknown = Object.keys(options ?? {})
    if (unknown.length) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `On-site payment providers take no options; remove ${unknown.map((key) => `"${key}"`).join(", ")}. ` +
          `Titles, instructions, IBAN and payee are set in the admin, under Settings → Client payments.`
      )
    }
  }

  async initiatePayment(input: InitiatePaymentInput): Promise<InitiatePaymentOutput> {
    return { id: generateEntityId(undefined, "onsite"), data: input.data ?? {} }
  }

  async authorizePayment(input: AuthorizePaymentInput): Promise<AuthorizePaymentOutput> {
    return { status: "authorized", data: input.data ?? {} }
  }

  async capturePayment(input: CapturePaymentInput): Promise<CapturePaymentOutput> {
    return { data: input.data ?? {} }
  }

  async refundPayment(input: RefundPaymentInput): Promise<RefundPaymentOutput> {
    return { data: input.data ?? {} }
  }

  async cancelPayment(input: CancelPaymentInput): Promise<CancelPaymentOutput> {
    return { data: input.data ?? {} }
  }

  async deletePayment(input: DeletePaymentInput): Promise<DeletePaymentOutput> {
    return { data: input.data ?? {} }
  }

  async retrievePayment(input: RetrievePaymentInput): Promise<RetrievePaymentOutput> {
    return { data: input.data ?? {} }
  }

  async updatePayment(input: UpdatePaymentInput): Promise<UpdatePaymentOutput> {
    return { data: input.data ?? {} }
  }

  async getPaymentStatus(input: GetPaymentStatusInput): Promise<GetPaymentStatusOutput> {
    return { status: "authorized", data: input.data ?? {} }
  }

  async getWebhookActionAndData(): Promise<WebhookActionResult> {
    return { action: PaymentActions.NOT_SUPPORTED }
  }
}

export class ChequeProvider extends OnSitePaymentProvider {
  static override identifier = "cheque"
}

export class CashProvider extends OnSitePaymentProvider {
  static override identifier = "cash"
}

export class TransferProvider extends OnSitePaymentProvider {
  static override identifier = "transfer"
}

export class CardTerminalProvider extends OnSitePaymentProvider {
  static override identifier = "card-terminal"
}

/** A promise whose method is said at pickup. */
export class OnSiteProvider extends OnSitePaymentProvider {
  static override identifier = "on-site"
}
