import { Link } from "react-router-dom"
import type { StoreAccountCredit } from "medusa-plugin-client-ledger/types/http/account-credit"
import { money } from "../lib/format"
import { useShop } from "../lib/shop"
import { words } from "../lib/words"

const w = words.checkout

type ReserveProps = {
  credit: StoreAccountCredit
  isBusy: boolean
  spend: (wanted: boolean) => void
}

/** What the client holds in reserve, to be spent on this order or kept. */
export const Reserve = ({ credit, isBusy, spend }: ReserveProps) => {
  const { available, applied, left_to_pay, currency_code } = credit
  if (available <= 0 && applied <= 0) return null
  const spent = left_to_pay === 0 ? w.covered : w.used(money(applied, currency_code))
  return (
    <label className="card switch" data-testid="reserve">
      <span>
        <strong>{w.reserve(money(Math.max(available, applied), currency_code))}</strong>
        <small>{applied > 0 ? spent : w.useIt}</small>
      </span>
      <input
        type="checkbox"
        role="switch"
        aria-label={w.useIt}
        checked={applied > 0}
        disabled={isBusy}
        onChange={(event) => spend(event.target.checked)}
      />
    </label>
  )
}

type DebtProps = { debt: number; isWanted: boolean; want: (wanted: boolean) => void }

/** A debt from before can go with what is paid now. */
export const OldDebt = ({ debt, isWanted, want }: DebtProps) => {
  const { region } = useShop()
  const offer = w.oldDebt(money(debt, region.currency_code))
  return (
    <label className="card switch" data-testid="old-debt">
      <span>
        <strong>{offer}</strong>
        <small>{w.oldDebtHint}</small>
      </span>
      <input
        type="checkbox"
        role="switch"
        aria-label={offer}
        checked={isWanted}
        onChange={(event) => want(event.target.checked)}
      />
    </label>
  )
}

/** What the market says to the order: nothing, a word of warning, or what is to be done first. */
export const Verdict = ({ credit }: { credit: StoreAccountCredit }) => {
  const { allowed, reason, missing } = credit.checkout
  if (!reason) return null
  const amount = money(missing, credit.currency_code)
  return (
    <div className={`notice ${allowed ? "notice-warn" : "notice-bad"}`} role="status">
      <p>{(allowed ? w.warn : w.block)[reason](amount)}</p>
      {!allowed && (
        <Link to={`/account/pay?amount=${missing}`} className="button button-quiet">
          {w.payFirst}
        </Link>
      )}
    </div>
  )
}
