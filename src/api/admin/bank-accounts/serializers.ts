import type { BankAccountDTO } from "../../../modules/client-ledger/sql/bank-accounts"
import type { AdminBankAccount } from "../../../types/http"
import { toIso } from "../../utils/serializers"

export const toBankAccount = (account: BankAccountDTO): AdminBankAccount => ({
  id: account.id,
  name: account.name,
  number: account.number,
  currency_code: account.currency_code,
  csv_format: account.csv_format,
  created_at: toIso(account.created_at),
})
