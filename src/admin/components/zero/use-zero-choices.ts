import { useWords } from "../../hooks/use-words"
import type { ZeroChoice } from "../../hooks/use-zero-form"
import { REAL_METHODS } from "../../lib/methods"

/** The ways to zero: each real method, or a write-off. */
export const useZeroChoices = (): { value: ZeroChoice; label: string }[] => {
  const t = useWords()
  return [
    ...REAL_METHODS.map((method) => ({ value: method, label: t(`method.${method}`) })),
    { value: "write_off", label: t("zero.writeOff") },
  ]
}
