import { Funnel } from "@medusajs/icons"
import { Button, Input } from "@medusajs/ui"
import { useState } from "react"
import type { CounterState } from "../../hooks/use-counter-state"
import { useWords } from "../../hooks/use-words"
import { CounterFilters } from "./counter-filters"

type CounterToolbarProps = { state: CounterState; onEnter: () => void }

export const CounterToolbar = ({ state, onEnter }: CounterToolbarProps) => {
  const t = useWords()
  const [isFiltering, setIsFiltering] = useState(state.filterCount > 0)
  const { filterCount: count } = state
  return (
    <div className="flex flex-col gap-y-3 px-6 py-3">
      <form
        role="search"
        className="flex items-center gap-x-2"
        onSubmit={(event) => {
          event.preventDefault()
          onEnter()
        }}
      >
        <div className="flex-1">
          <Input
            type="search"
            autoFocus
            autoComplete="off"
            aria-label={t("counter.search")}
            placeholder={t("counter.search")}
            value={state.text}
            onChange={(event) => state.search(event.target.value)}
          />
        </div>
        <Button
          type="button"
          variant="secondary"
          aria-expanded={isFiltering}
          onClick={() => setIsFiltering(!isFiltering)}
        >
          <Funnel />
          {count ? t("counter.filtersOn", { count }) : t("counter.filters")}
        </Button>
      </form>
      {isFiltering && <CounterFilters state={state} />}
    </div>
  )
}
