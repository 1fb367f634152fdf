import { ArrowUpDown, BuildingStorefront, Cash, CreditCard, DocumentText } from "@medusajs/icons"
import type { OnSiteMethod } from "../../../types/http"

const ICONS = {
  cheque: <DocumentText />,
  cash: <Cash />,
  transfer: <ArrowUpDown className="rotate-90" />,
  card_terminal: <CreditCard />,
  on_site: <BuildingStorefront />,
} as const

export const MethodIcon = ({ method }: { method: OnSiteMethod }) => ICONS[method]
