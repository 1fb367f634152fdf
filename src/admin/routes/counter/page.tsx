import { defineRouteConfig } from "@medusajs/admin-sdk"
import { useState } from "react"
import { LedgerOffTip } from "../../components/balances/ledger-off-tip"
import { Crumb } from "../../components/common/crumb"
import { ClientDrawer } from "../../components/counter/client-drawer"
import { CounterList } from "../../components/counter/counter-list"
import { useCounterClients } from "../../hooks/counter"
import { useCounterState } from "../../hooks/use-counter-state"

const PAGE = 50
/** The most that the API answers at once: whoever isn't among them is found by name. */
const MOST = 200

const CounterPage = () => {
  const state = useCounterState()
  const [limit, setLimit] = useState(PAGE)
  const query = useCounterClients({ ...state.filter, limit })
  return (
    <div className="flex flex-col gap-y-3">
      <LedgerOffTip />
      <CounterList
        state={state}
        query={query}
        onMore={limit < MOST ? () => setLimit(MOST) : undefined}
      />
      {state.openClient && (
        <ClientDrawer
          key={state.openClient}
          accountId={state.openClient}
          filter={state.filter}
          onClose={state.close}
        />
      )}
    </div>
  )
}

export const config = defineRouteConfig({
  label: "nav.counter",
  translationNs: "clientLedger",
  nested: "/orders",
})

export const handle = { breadcrumb: () => <Crumb word="nav.counter" /> }

export default CounterPage
