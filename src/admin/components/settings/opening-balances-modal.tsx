import { Button, FocusModal, Heading, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import type { AdminOpeningBalancesResponse } from "../../../types/http"
import { useOpeningBalances } from "../../hooks/settings"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useWords } from "../../hooks/use-words"
import { newIdempotencyKey } from "../../lib/idempotency"
import { OpeningBalancesInput } from "./opening-balances-input"
import { OpeningBalancesPreview } from "./opening-balances-preview"

export type Preview = AdminOpeningBalancesResponse["opening_balances"]

/** A file or a few pasted lines, looked at before anything is recorded; then all of it, or none. */
export const OpeningBalancesModal = ({ onClose }: { onClose: () => void }) => {
  const t = useWords()
  const onError = useFailureToast()
  const [idempotencyKey, setIdempotencyKey] = useState(newIdempotencyKey)
  const [csv, setCsv] = useState("")
  const [preview, setPreview] = useState<Preview | null>(null)

  const check = useOpeningBalances({
    onSuccess: ({ opening_balances }) => setPreview(opening_balances),
    onError,
  })
  const record = useOpeningBalances({
    onSuccess: ({ opening_balances: { count } }) => {
      toast.success(t("settings.opening.done", { count }))
      onClose()
    },
    onError,
  })
  const changeLines = () => {
    setPreview(null)
    // Other lines are another import.
    setIdempotencyKey(newIdempotencyKey())
  }
  const canRecord = preview !== null && preview.errors === 0 && preview.count > 0

  return (
    <FocusModal open onOpenChange={(open) => !open && !record.isPending && onClose()}>
      <FocusModal.Content>
        <FocusModal.Header />
        <FocusModal.Body className="flex flex-col items-center overflow-y-auto px-4 py-8">
          <div className="flex w-full max-w-[720px] flex-col gap-y-6">
            <div>
              <FocusModal.Title asChild>
                <Heading>{t("settings.opening.modalTitle")}</Heading>
              </FocusModal.Title>
              <FocusModal.Description asChild>
                <Text size="small" className="text-ui-fg-subtle">
                  {t("settings.opening.format")}
                </Text>
              </FocusModal.Description>
            </div>
            {preview ? (
              <OpeningBalancesPreview preview={preview} />
            ) : (
              <OpeningBalancesInput value={csv} onChange={setCsv} />
            )}
          </div>
        </FocusModal.Body>
        <FocusModal.Footer>
          {preview ? (
            <>
              <Button
                size="small"
                variant="secondary"
                disabled={record.isPending}
                onClick={changeLines}
              >
                {t("settings.opening.change")}
              </Button>
              <Button
                size="small"
                disabled={!canRecord}
                isLoading={record.isPending}
                onClick={() => record.mutate({ idempotencyKey, body: { csv, dry_run: false } })}
              >
                {t("settings.opening.confirm", { count: preview.count })}
              </Button>
            </>
          ) : (
            <Button
              size="small"
              disabled={!csv.trim()}
              isLoading={check.isPending}
              onClick={() => check.mutate({ idempotencyKey, body: { csv, dry_run: true } })}
            >
              {t("settings.opening.preview")}
            </Button>
          )}
        </FocusModal.Footer>
      </FocusModal.Content>
    </FocusModal>
  )
}
