import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useNavigate } from "react-router-dom"
import { useCreateClientAccount } from "../../hooks/accounts"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useStoreCurrencies } from "../../hooks/use-store-currencies"
import { useWords } from "../../hooks/use-words"
import { accountPath } from "../../lib/paths"
import { Allowed } from "../common/allowed"
import { ReceiptDrawer } from "../forms/receipt-drawer"

/** What the dashboard hands a widget of the customer's page. */
export type Customer = {
  id: string
  first_name: string | null
  last_name: string | null
  company_name: string | null
  email: string | null
}

/** A customer who hasn't ordered or paid yet: the first payment opens the account. */
export const NoAccount = ({ customer }: { customer: Customer }) => {
  const t = useWords()
  const navigate = useNavigate()
  const [isRecording, setIsRecording] = useState(false)
  const { data: currencies } = useStoreCurrencies(true)
  const currency = currencies?.[0]
  const open = useCreateClientAccount({
    onSuccess: ({ client_account }) => navigate(accountPath(client_account.id)),
    onError: useFailureToast(),
  })
  const holder = {
    customer_id: customer.id,
    customer_name:
      [customer.first_name, customer.last_name].filter(Boolean).join(" ") || customer.company_name,
    customer_email: customer.email,
    currency_code: currency ?? "",
    balance: 0,
  }
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <Text size="small" className="text-ui-fg-subtle">
        {t("customer.none")}
      </Text>
      <Allowed to="record">
        <div className="flex items-center gap-x-2">
          <Button
            size="small"
            variant="secondary"
            disabled={!currency}
            onClick={() => setIsRecording(true)}
          >
            {t("account.action.receive")}
          </Button>
          <Button
            size="small"
            variant="transparent"
            disabled={!currency}
            isLoading={open.isPending}
            onClick={() =>
              currency && open.mutate({ customer_id: customer.id, currency_code: currency })
            }
          >
            {t("customer.openNew")}
          </Button>
        </div>
      </Allowed>
      {isRecording && (
        <ReceiptDrawer holder={holder} direction="in" onClose={() => setIsRecording(false)} />
      )}
    </div>
  )
}
