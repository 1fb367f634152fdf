import type { StorePaymentInstructionsResponse } from "medusa-plugin-client-ledger/types/http"
import { inFours } from "../lib/format"
import { words } from "../lib/words"
import { CopyLine } from "./copy-line"

export type MethodInstructions =
  StorePaymentInstructionsResponse["payment_instructions"]["methods"][number]

const w = words.pay

/** All that a client needs to pay by this method: whom, how, and what to write on it. */
export const MethodDetails = ({ method }: { method: MethodInstructions }) => (
  <div className="method-details">
    {method.instructions && <p>{method.instructions}</p>}
    {method.payee && <CopyLine label={w.payee} value={method.payee} />}
    {method.qr_code && (
      <figure className="qr">
        <img src={method.qr_code} alt={w.qr} />
        <figcaption>{w.qrHint}</figcaption>
      </figure>
    )}
    {method.account_holder && <CopyLine label={w.holder} value={method.account_holder} />}
    {method.iban && <CopyLine label={w.iban} value={method.iban} shown={inFours(method.iban)} />}
    {method.bic && <CopyLine label={w.bic} value={method.bic} />}
    {method.reference && (
      <CopyLine
        label={w.reference}
        value={method.reference}
        shown={inFours(method.reference)}
        hint={w.referenceHint}
      />
    )}
  </div>
)
