import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type { BankLineDTO } from "../../../modules/client-ledger/sql/bank-lines"
import { today } from "../../../modules/client-ledger/utils/dates"
import { isNegative, negate } from "../../../modules/client-ledger/utils/money"

/** Whose payment a line is: a client's account, or a customer's, in the line's currency. */
export type BankPayment = {
  bank_line_id: string
  client_account_id?: string
  customer_id?: string
}

export type ReadBankPaymentsInput = { payments: BankPayment[]; actor_id?: string | null }

/** Of a receipt's reference. */
const LONGEST_REFERENCE = 200

export const readBankPaymentsStepId = "read-bank-payments"

/**
 * The receipts that the lines make: by transfer, as the bank says. A line that is accepted already isn't refused here, but where it
 * is recorded: a request that comes twice gets its first answer there.
 */
export const readBankPaymentsStep = createStep(
  readBankPaymentsStepId,
  async ({ payments, actor_id }: ReadBankPaymentsInput, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    const lines = await ledger.findBankLines(payments.map(({ bank_line_id }) => bank_line_id))
    const receipts = lines.map((line, n) => ({ ...payments[n]!, ...receiptOf(line), actor_id }))
    return new StepResponse(receipts)
  }
)

const receiptOf = (line: BankLineDTO) => ({
  currency_code: line.currency_code,
  method: "transfer" as const,
  // Money that went out is refused by name where the line is accepted.
  amount: isNegative(line.amount) ? negate(line.amount) : line.amount,
  reference: (line.label || line.bank_reference || "").slice(0, LONGEST_REFERENCE) || null,
  // A bank dates some payments a few days ahead.
  value_date: line.value_date > today() ? today() : line.value_date,
  // The bank has it: nobody mistyped the amount.
  confirmed: true,
})
