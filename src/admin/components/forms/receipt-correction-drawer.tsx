import { Input, toast } from "@medusajs/ui"
import { useState } from "react"
import type { AdminLedgerEntry, OnSiteMethod } from "../../../types/http"
import { useCorrectReceipt } from "../../hooks/receipts"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useWords } from "../../hooks/use-words"
import { Field } from "../common/field"
import { FormDrawer } from "../common/form-drawer"
import { MethodField } from "../common/method-field"

type ReceiptCorrectionDrawerProps = { entry: AdminLedgerEntry; onClose: () => void }

export const ReceiptCorrectionDrawer = ({ entry, onClose }: ReceiptCorrectionDrawerProps) => {
  const t = useWords()
  const [method, setMethod] = useState<OnSiteMethod | null>(
    entry.method === "online" ? null : entry.method
  )
  const [reference, setReference] = useState(entry.reference ?? "")
  const correct = useCorrectReceipt(entry.receipt_id ?? "", {
    onSuccess: () => {
      toast.success(t("receipt.corrected"))
      onClose()
    },
    onError: useFailureToast(),
  })
  return (
    <FormDrawer
      title={t("receipt.correctTitle")}
      hint={t("receipt.correctHint")}
      submitLabel={t("actions.save")}
      isPending={correct.isPending}
      onSubmit={() => method && correct.mutate({ method, reference: reference.trim() || null })}
      onClose={onClose}
    >
      <MethodField
        value={method}
        onChange={setMethod}
        allowUnspecified={entry.method === "on_site"}
      />
      <Field label={t("common.reference")} optional hint={t("receipt.referenceHint")}>
        {(control) => (
          <Input
            {...control}
            value={reference}
            onChange={(event) => setReference(event.target.value)}
            autoComplete="off"
          />
        )}
      </Field>
    </FormDrawer>
  )
}
