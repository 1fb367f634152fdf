import { QueryClient, QueryClientProvider } from "@tanstack/react-query"
import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { BrowserRouter } from "react-router-dom"
import { App } from "./app"
import { language } from "./lib/language"
import { openShop, ShopProvider } from "./lib/shop"
import { words } from "./lib/words"
import "./styles/base.css"
import "./styles/parts.css"
import "./styles/screens.css"

const root = createRoot(document.getElementById("root")!)
document.documentElement.lang = language

try {
  const shop = await openShop()
  document.title = shop.config.name ?? words.market
  const queries = new QueryClient({
    defaultOptions: { queries: { retry: 1, refetchOnWindowFocus: true } },
  })
  root.render(
    <StrictMode>
      <ShopProvider shop={shop}>
        <QueryClientProvider client={queries}>
          <BrowserRouter>
            <App />
          </BrowserRouter>
        </QueryClientProvider>
      </ShopProvider>
    </StrictMode>
  )
} catch (error) {
  console.error(error)
  root.render(<p className="notice notice-bad">{words.offline}</p>)
}
