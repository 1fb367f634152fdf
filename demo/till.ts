import type { MedusaContainer } from "@medusajs/framework/types"
import type {
  ManualEntryType,
  OnSiteMethod,
  ReceiptDirection,
} from "../src/modules/client-ledger/types"
import { today } from "../src/modules/client-ledger/utils/dates"
import { createClientAccountWorkflow } from "../src/workflows/client-ledger/workflows/create-client-account"
import { recordManualEntryWorkflow } from "../src/workflows/client-ledger/workflows/record-manual-entry"
import { recordReceiptsWorkflow } from "../src/workflows/client-ledger/workflows/record-receipts"
import { reverseReceiptWorkflow } from "../src/workflows/client-ledger/workflows/reverse-receipt"
import type { Client } from "./clients"

type Receipt = { method: OnSiteMethod; amount: number; reference?: string; note?: string }

/** What the administrator writes into the ledger himself. */
export class Till {
  constructor(
    private readonly container: MedusaContainer,
    private readonly customerId: (client: Client) => string,
    private readonly administratorId: string
  ) {}

  /** Money that came in without an order being named. Answers the receipt's id. */
  async take(client: Client, receipt: Receipt): Promise<string> {
    return this.record(client, receipt, "in")
  }

  /** Money given back to the client. */
  async payOut(client: Client, receipt: Receipt): Promise<string> {
    return this.record(client, receipt, "out")
  }

  async reverse(receiptId: string, note: string): Promise<void> {
    await reverseReceiptWorkflow(this.container).run({
      input: { reversal: { receipt_id: receiptId, note, actor_id: this.administratorId } },
    })
  }

  async write(client: Client, type: ManualEntryType, amount: number, note: string): Promise<void> {
    const { result: account } = await createClientAccountWorkflow(this.container).run({
      input: { customer_id: this.customerId(client), currency_code: "eur" },
    })
    await recordManualEntryWorkflow(this.container).run({
      input: {
        entry: {
          account_id: account.id,
          type,
          amount,
          note,
          value_date: today(),
          actor_id: this.administratorId,
        },
      },
    })
  }

  private async record(client: Client, receipt: Receipt, direction: ReceiptDirection) {
    const { result } = await recordReceiptsWorkflow(this.container).run({
      input: {
        receipts: [
          {
            ...receipt,
            direction,
            confirmed: true,
            value_date: today(),
            customer_id: this.customerId(client),
            currency_code: "eur",
            actor_id: this.administratorId,
          },
        ],
      },
    })
    return result[0]!.receipt.id
  }
}
