import type { OnSiteMethod } from "../../../types/http"
import { useWords } from "../../hooks/use-words"
import { ChoiceField } from "./choice-field"
import { MethodIcon } from "./method-icon"

const SPECIFIED: OnSiteMethod[] = ["cheque", "cash", "transfer", "card_terminal"]

type MethodFieldProps = {
  value: OnSiteMethod | null
  onChange: (method: OnSiteMethod) => void
  error?: string
  /** Offers "to be specified" too: a receipt that has no method yet can stay so. */
  allowUnspecified?: boolean
}

export const MethodField = ({ value, onChange, error, allowUnspecified }: MethodFieldProps) => {
  const t = useWords()
  const offered: OnSiteMethod[] = allowUnspecified ? [...SPECIFIED, "on_site"] : SPECIFIED
  return (
    <ChoiceField<OnSiteMethod>
      label={t("common.method")}
      choices={offered.map((method) => ({
        value: method,
        label: t(`method.${method}`),
        icon: <MethodIcon method={method} />,
      }))}
      value={value}
      onChange={onChange}
      error={error}
    />
  )
}
