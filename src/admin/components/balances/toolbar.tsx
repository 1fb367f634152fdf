import { DataTable, Label, Select, Switch } from "@medusajs/ui"
import { useId } from "react"
import type { ListState } from "../../hooks/use-list-state"
import { useWords } from "../../hooks/use-words"

type ListToolbarProps = { state: ListState; currencies: string[] }

const ALL = "all"

export const ListToolbar = ({ state, currencies }: ListToolbarProps) => {
  const t = useWords()
  const overdueId = useId()
  return (
    <div className="flex w-full flex-wrap items-center gap-x-4 gap-y-3 md:w-auto">
      <div className="flex items-center gap-x-2">
        <Switch
          id={overdueId}
          size="small"
          checked={state.overdue}
          onCheckedChange={(checked) => state.showOverdue(checked)}
        />
        <Label htmlFor={overdueId} size="small">
          {t("list.overdueOnly")}
        </Label>
      </div>
      {currencies.length > 1 && (
        <Select
          size="small"
          value={state.currency || ALL}
          onValueChange={(value) => state.change({ currency_code: value === ALL ? "" : value })}
        >
          <Select.Trigger aria-label={t("common.currency")} className="w-auto">
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            <Select.Item value={ALL}>{t("list.allCurrencies")}</Select.Item>
            {currencies.map((currency) => (
              <Select.Item key={currency} value={currency}>
                {currency.toUpperCase()}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
      )}
      <div className="flex flex-1 items-center gap-x-2 md:flex-none">
        <DataTable.SortingMenu tooltip={t("filters.sortLabel")} />
        <DataTable.Search
          className="w-full"
          placeholder={t("list.searchPlaceholder")}
          aria-label={t("filters.searchLabel")}
        />
      </div>
    </div>
  )
}
