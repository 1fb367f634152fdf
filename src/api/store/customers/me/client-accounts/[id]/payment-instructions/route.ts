import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
  MedusaStoreRequest,
} from "@medusajs/framework/http"
import type { ClientBalanceDTO } from "../../../../../../../modules/client-ledger/sql/balances"
import type { Amount } from "../../../../../../../modules/client-ledger/types"
import { epcPayload } from "../../../../../../../modules/client-ledger/utils/epc-payload"
import {
  exactAmount,
  isNegative,
  negate,
  toNumber,
} from "../../../../../../../modules/client-ledger/utils/money"
import type {
  StorePaymentInstructionsResponse,
  StorePaymentMethod,
} from "../../../../../../../types/http"
import { readPaymentOffers } from "../../../../../../../workflows/client-ledger/utils/method-offers"
import { languageOf } from "../../../../../../utils/language"
import { qrCode } from "../../../../../../utils/qr-code"
import { listOfferedMethods } from "../../../../../client-ledger/offered-methods"
import { retrieveOwnAccount } from "../../own-account"
import type { PaymentInstructionsQuery } from "../../validators"

/** How to pay what is owed, or the amount that is asked for, by each method offered in the account's currency. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, PaymentInstructionsQuery>,
  res: MedusaResponse<StorePaymentInstructionsResponse>
) {
  const query = req.validatedQuery as PaymentInstructionsQuery
  const account = await retrieveOwnAccount(req)
  const amount = amountOf(query, account)
  const { regions, ...offers } = await readPaymentOffers(req.scope)
  const methods = await listOfferedMethods(
    req.scope,
    {
      ...offers,
      regions: regions.filter((region) => region.currency_code === account.currency_code),
    },
    languageOf(req as MedusaStoreRequest)
  )
  res.json({
    payment_instructions: {
      client_account_id: account.id,
      currency_code: account.currency_code,
      amount: toNumber(amount),
      methods: await Promise.all(methods.map((method) => withCode(method, account, amount))),
    },
  })
}

function amountOf({ amount }: PaymentInstructionsQuery, account: ClientBalanceDTO): Amount {
  if (amount !== undefined) return exactAmount(amount, account.decimal_digits)
  return isNegative(account.balance) ? negate(account.balance) : "0"
}

/** Only a bank transfer bears the account's reference, and has a QR code that holds all of it. */
async function withCode(method: StorePaymentMethod, account: ClientBalanceDTO, amount: Amount) {
  if (method.method !== "transfer") return { ...method, epc_payload: null, qr_code: null }
  const { currency_code, reference } = account
  const epc_payload = epcPayload({ ...method, amount, currency_code, reference })
  return { ...method, reference, epc_payload, qr_code: epc_payload && (await qrCode(epc_payload)) }
}
