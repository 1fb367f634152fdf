import { BuildingStorefront, Cash, CreditCard, DocumentText, ArrowUpDown } from "@medusajs/icons"
import type { OnSiteMethod } from "../../../types/http"
import { useWords } from "../../hooks/use-words"
import { ChoiceField } from "./choice-field"

const METHODS = [
  { value: "cheque", icon: <DocumentText /> },
  { value: "cash", icon: <Cash /> },
  { value: "transfer", icon: <ArrowUpDown className="rotate-90" /> },
  { value: "card_terminal", icon: <CreditCard /> },
] as const satisfies { value: OnSiteMethod; icon: React.ReactNode }[]

type MethodFieldProps = {
  value: OnSiteMethod | null
  onChange: (method: OnSiteMethod) => void
  error?: string
  /** Offers "to be specified" too: a receipt that has no method yet can stay so. */
  allowUnspecified?: boolean
}

export const MethodField = ({ value, onChange, error, allowUnspecified }: MethodFieldProps) => {
  const t = useWords()
  const offered = allowUnspecified
    ? [...METHODS, { value: "on_site" as const, icon: <BuildingStorefront /> }]
    : METHODS
  return (
    <ChoiceField<OnSiteMethod>
      label={t("common.method")}
      choices={offered.map((method) => ({ ...method, label: t(`method.${method.value}`) }))}
      value={value}
      onChange={onChange}
      error={error}
    />
  )
}
