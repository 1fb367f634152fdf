import { Link } from "react-router-dom"
import { useAccount } from "../hooks/account"
import { useCart } from "../hooks/cart"
import { useCustomer } from "../hooks/session"
import { money } from "../lib/format"
import { useShop } from "../lib/shop"
import { words } from "../lib/words"

/** Whose market it is, where the client stands, and what is in the basket. */
export const Header = () => {
  const { config } = useShop()
  const { data: cart } = useCart()
  const count = (cart?.items ?? []).reduce((sum, { quantity }) => sum + quantity, 0)
  return (
    <header className="header">
      <Link to="/" className="header-name">
        {config.name ?? words.market}
      </Link>
      <nav>
        <AccountLink />
        <Link to="/basket" className="header-link" aria-label={`${words.nav.basket} (${count})`}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M4 10h16l-1.6 8.4a2 2 0 0 1-2 1.6H7.6a2 2 0 0 1-2-1.6zM8 10c0-4 1.6-6 4-6s4 2 4 6" />
          </svg>
          {count > 0 && <span className="header-count">{count}</span>}
        </Link>
      </nav>
    </header>
  )
}

const AccountLink = () => {
  const customer = useCustomer()
  const { data: account } = useAccount()
  if (!customer) {
    return (
      <Link to="/log-in" className="header-link">
        {words.session.logIn}
      </Link>
    )
  }
  const balance = account?.balance ?? 0
  return (
    <Link to="/account" className="header-link" aria-label={words.nav.account}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="12" cy="8.5" r="3.5" />
        <path d="M5 20c.6-4 3.3-6 7-6s6.4 2 7 6" />
      </svg>
      {account && balance !== 0 && (
        <span className={balance < 0 ? "owed" : "held"}>
          {money(balance, account.currency_code)}
        </span>
      )}
    </Link>
  )
}
