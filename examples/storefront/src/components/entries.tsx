import type { StoreClientAccount, StoreLedgerEntry } from "medusa-plugin-client-ledger/types/http"
import { useEntries } from "../hooks/account"
import { day, money, signedMoney } from "../lib/format"
import { words } from "../lib/words"
import { Failure, Loading } from "./loading"

const w = words.account

/** What happened on the account, newest first, each with the balance after it. */
export const Entries = ({ account }: { account: StoreClientAccount }) => {
  const entries = useEntries(account.id, account.last_entry_at)
  const pages = entries.data?.pages ?? []
  return (
    <section className="section">
      <h2>{w.entries}</h2>
      {entries.isPending && <Loading />}
      {entries.error && <Failure error={entries.error} onRetry={() => void entries.refetch()} />}
      {pages[0]?.count === 0 && <p className="hint">{w.none}</p>}
      {pages[0] && pages[0].count > 0 && (
        <ul className="card rows" data-testid="entries">
          {pages.flatMap((page) =>
            page.ledger_entries.map((entry) => (
              <Entry key={entry.id} entry={entry} currency={account.currency_code} />
            ))
          )}
        </ul>
      )}
      {entries.hasNextPage && (
        <button
          type="button"
          className="button button-quiet"
          disabled={entries.isFetchingNextPage}
          onClick={() => void entries.fetchNextPage()}
        >
          {w.more}
        </button>
      )}
    </section>
  )
}

const Entry = ({ entry, currency }: { entry: StoreLedgerEntry; currency: string }) => (
  <li className={entry.reversed_by_id ? "reversed" : undefined}>
    <span>
      <strong>{labelOf(entry)}</strong>
      <small>
        {day(entry.value_date)}
        {entry.reference && ` · ${entry.reference}`}
      </small>
    </span>
    <span className="amounts">
      <span className={`price ${entry.amount > 0 ? "held" : ""}`}>
        {signedMoney(entry.amount, currency)}
      </span>
      <small>{w.balanceAfter(money(entry.balance_after, currency))}</small>
    </span>
  </li>
)

/** As a statement names it: "Payment, cheque", "Order no. 12". */
function labelOf({ type, order_display_id: number, method }: StoreLedgerEntry): string {
  if (type === "order" && number !== null) return words.order.number(number)
  const parts = [w.type[type], method && w.method[method]]
  return parts.filter(Boolean).join(", ")
}
