import { Tabs } from "@medusajs/ui"
import type { AdminClientAccountTotals } from "../../../types/http"
import type { ListTab } from "../../hooks/use-list-state"
import { useWords } from "../../hooks/use-words"

type StatusTabsProps = {
  tab: ListTab
  onChange: (tab: string) => void
  totals: AdminClientAccountTotals[]
}

const TABS: ListTab[] = ["owing", "settled", "in_credit", "all"]

export const StatusTabs = ({ tab, onChange, totals }: StatusTabsProps) => {
  const t = useWords()
  const countOf = (status: Exclude<ListTab, "all">) =>
    totals.reduce((sum, { count }) => sum + count[status], 0)
  const counts = {
    owing: countOf("owing"),
    settled: countOf("settled"),
    in_credit: countOf("in_credit"),
  }
  const all = counts.owing + counts.settled + counts.in_credit
  return (
    <Tabs value={tab} onValueChange={onChange}>
      <Tabs.List className="-mx-1 overflow-x-auto px-1 py-1">
        {TABS.map((each) => (
          <Tabs.Trigger key={each} value={each} className="shrink-0 gap-x-1.5">
            {t(`status.${each}`)}
            {totals.length > 0 && (
              <span className="text-ui-fg-muted tabular-nums">
                {each === "all" ? all : counts[each]}
              </span>
            )}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
    </Tabs>
  )
}
