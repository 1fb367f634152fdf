import { useWords, type WordKey } from "./use-words"

/** What an account of the chart is for: a use, or a rate or provider with an account of its own. */
export const useUseWords = () => {
  const t = useWords()
  return (key: string): string => {
    const [use, ...part] = key.split(":")
    const word = t(`journal.uses.${use}` as WordKey)
    if (!part.length) return word
    return use === "online" ? `${word} (${part.join(":")})` : `${word} ${part.join(":")} %`
  }
}
