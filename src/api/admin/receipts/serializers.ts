import type { MedusaContainer } from "@medusajs/framework/types"
import type { RecordedReceipt } from "../../../modules/client-ledger/service"
import type { ReceiptWithClient } from "../../../modules/client-ledger/sql/receipts"
import { toNumber } from "../../../modules/client-ledger/utils/money"
import type { AdminReceipt, AdminReceiptResponse, AdminReceiptWarning } from "../../../types/http"
import { actorEmails, actorOf } from "../../utils/actors"
import { toClientAccount } from "../../utils/serializers"

export async function toReceipts(
  scope: MedusaContainer,
  receipts: ReceiptWithClient[]
): Promise<AdminReceipt[]> {
  const emails = await actorEmails(scope, receipts)
  return receipts.map((receipt) => ({
    id: receipt.id,
    client_account_id: receipt.account_id,
    customer_id: receipt.customer_id,
    customer_name: receipt.customer_name,
    currency_code: receipt.currency_code,
    direction: receipt.direction,
    method: receipt.method,
    provider_id: receipt.provider_id,
    amount: toNumber(receipt.amount),
    reference: receipt.reference,
    value_date: receipt.value_date,
    note: receipt.note,
    order_id: receipt.order_id,
    order_ids: receipt.order_ids,
    reversed_at: receipt.reversed_at && new Date(receipt.reversed_at).toISOString(),
    created_at: new Date(receipt.created_at).toISOString(),
    closing_number: receipt.closing_number,
    actor: actorOf(receipt, emails),
  }))
}

export async function toReceiptResponse(
  scope: MedusaContainer,
  recorded: RecordedReceipt
): Promise<AdminReceiptResponse> {
  const [receipt] = await toReceipts(scope, [recorded.receipt])
  return {
    receipt: receipt!,
    client_account: toClientAccount(recorded.client_account),
    warnings: toWarnings([recorded]),
  }
}

export const toWarnings = (recorded: RecordedReceipt[]): AdminReceiptWarning[] =>
  recorded.flatMap(({ repeated_cheque: repeated }) => {
    if (!repeated) return []
    const earlier = { ...repeated.earlier, amount: toNumber(repeated.earlier.amount) }
    return [{ type: "cheque_number_repeated" as const, ...repeated, earlier }]
  })
