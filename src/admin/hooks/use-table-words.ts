import { useWords } from "./use-words"

/** What the dashboard writes under its own tables. */
export const useTableWords = () => {
  const t = useWords()
  return {
    of: t("general.of"),
    results: t("general.results"),
    pages: t("general.pages"),
    prev: t("general.prev"),
    next: t("general.next"),
  }
}
