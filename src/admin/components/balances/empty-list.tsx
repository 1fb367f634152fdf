import { Button, Text } from "@medusajs/ui"
import type { ListState } from "../../hooks/use-list-state"
import { useWords } from "../../hooks/use-words"

/** Says why nothing is listed: good news, a start, or a search in the wrong place. */
export const EmptyList = ({ state }: { state: ListState }) => {
  const t = useWords()
  const reason = state.q ? "search" : state.overdue ? "overdue" : state.tab
  const searchesElsewhere = reason === "search" && (state.tab !== "all" || state.overdue)
  return (
    <div className="flex flex-col items-center gap-y-3 text-center">
      <div>
        <Text size="base" weight="plus">
          {t(`list.empty.${reason}.title`)}
        </Text>
        <Text className="text-ui-fg-subtle">{t(`list.empty.${reason}.text`)}</Text>
      </div>
      {searchesElsewhere && (
        <Button size="small" variant="secondary" onClick={() => state.showTab("all")}>
          {t("list.empty.search.all")}
        </Button>
      )}
    </div>
  )
}
