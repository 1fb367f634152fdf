import { useWords, type WordKey } from "../../hooks/use-words"

export const Crumb = ({ word }: { word: WordKey }) => {
  const t = useWords()
  return <>{t(word)}</>
}
