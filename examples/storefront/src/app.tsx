import { Navigate, Route, Routes, useLocation } from "react-router-dom"
import type { ReactNode } from "react"
import { Header } from "./components/header"
import { Loading } from "./components/loading"
import { useCustomer } from "./hooks/session"
import { AccountScreen } from "./screens/account"
import { BasketScreen } from "./screens/basket"
import { CheckoutScreen } from "./screens/checkout"
import { LogInScreen } from "./screens/log-in"
import { OrderScreen } from "./screens/order"
import { PayScreen } from "./screens/pay"
import { ShopScreen } from "./screens/shop"

/** The screens, and where they are. */
export const App = () => (
  <>
    <Header />
    <main className="page">
      <Routes>
        <Route path="/" element={<ShopScreen />} />
        <Route path="/basket" element={<BasketScreen />} />
        <Route path="/log-in" element={<LogInScreen />} />
        <Route path="/checkout" element={<Private screen={<CheckoutScreen />} />} />
        <Route path="/orders/:id" element={<Private screen={<OrderScreen />} />} />
        <Route path="/account" element={<Private screen={<AccountScreen />} />} />
        <Route path="/account/pay" element={<Private screen={<PayScreen />} />} />
        <Route path="*" element={<Navigate to="/" replace />} />
      </Routes>
    </main>
  </>
)

/** Only for a customer who is logged in; he comes back here afterwards. */
const Private = ({ screen }: { screen: ReactNode }) => {
  const customer = useCustomer()
  const { pathname, search } = useLocation()
  if (customer === undefined) return <Loading />
  if (customer) return screen
  return <Navigate to={`/log-in?next=${encodeURIComponent(pathname + search)}`} replace />
}
