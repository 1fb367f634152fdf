import {
  ArrowUpDown,
  BuildingStorefront,
  Cash,
  CreditCard,
  DocumentText,
  GlobeEurope,
} from "@medusajs/icons"
import type { ReceiptMethod } from "../../../types/http"

const ICONS = {
  cheque: <DocumentText />,
  cash: <Cash />,
  transfer: <ArrowUpDown className="rotate-90" />,
  card_terminal: <CreditCard />,
  on_site: <BuildingStorefront />,
  online: <GlobeEurope />,
} as const

export const MethodIcon = ({ method }: { method: ReceiptMethod }) => ICONS[method]
