import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { Period } from "../../../../modules/client-ledger/sql/journal-pieces"
import { currencyDigits } from "../../../../modules/client-ledger/utils/money"
import { storeCurrency } from "../../../utils/store-currency"
import type { JournalQuery } from "./validators"

/**
 * The period that is asked for, in the given currency or the store's, whose decimals are `digits`.
 * @throws INVALID_DATA a currency that Medusa doesn't know.
 */
export async function periodOf(
  scope: MedusaContainer,
  { from, to, currency_code }: JournalQuery
): Promise<Period & { digits: number }> {
  const currency = (currency_code ?? (await storeCurrency(scope)))?.toLowerCase()
  if (!currency) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "currency_code: say which one; the store has none by default"
    )
  }
  return { from, to, currency_code: currency, digits: currencyDigits(currency) }
}
