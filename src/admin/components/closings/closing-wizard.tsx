import { Button, FocusModal, Heading, Text, toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useNavigate } from "react-router-dom"
import type { AdminClosingPreview } from "../../../types/http"
import { useCloseDay } from "../../hooks/closings"
import { useAttemptKey } from "../../hooks/use-attempt-key"
import { useClosingForm, type ClosingForm } from "../../hooks/use-closing-form"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useWords } from "../../hooks/use-words"
import { closingPath } from "../../lib/paths"
import { CashStep } from "./cash-step"
import { CheckStep } from "./check-step"
import { papersAreCounted, PapersStep } from "./papers-step"

const STEPS = ["cash", "papers", "check"] as const
type Step = (typeof STEPS)[number]

type ClosingWizardProps = { preview: AdminClosingPreview; onClose: () => void }

/** Count, compare, close: one thing at a time, for a phone held in one hand. */
export const ClosingWizard = ({ preview, onClose }: ClosingWizardProps) => {
  const t = useWords()
  const navigate = useNavigate()
  const prompt = usePrompt()
  const form = useClosingForm(preview)
  const [position, setPosition] = useState(0)
  const [isChecked, setIsChecked] = useState(false)
  const step = STEPS[position] ?? "check"

  const keyOf = useAttemptKey()
  const close = useCloseDay({
    onSuccess: ({ closing }) => {
      toast.success(t("closing.done", { number: closing.number }))
      navigate(closingPath(closing.id))
    },
    onError: useFailureToast(),
  })

  const move = (by: number) => {
    setIsChecked(false)
    setPosition(position + by)
  }
  const submit = async () => {
    const confirmed = await prompt({
      title: t("closing.confirmTitle"),
      description: t("closing.confirmText"),
      confirmText: t("closing.confirm"),
      cancelText: t("actions.cancel"),
    })
    if (!confirmed) return
    const body = form.body()
    close.mutate({ idempotencyKey: keyOf(body), body })
  }
  const next = () => {
    if (!isComplete(step, form)) return setIsChecked(true)
    if (step === "check") return void submit()
    move(1)
  }

  return (
    <FocusModal open onOpenChange={(open) => !open && !close.isPending && onClose()}>
      <FocusModal.Content>
        <FocusModal.Header>
          <Text size="small" className="text-ui-fg-subtle">
            {t("closing.step", { step: position + 1 })}
          </Text>
        </FocusModal.Header>
        <FocusModal.Body className="flex flex-col items-center overflow-y-auto px-4 py-6">
          <form
            noValidate
            className="flex w-full max-w-[560px] flex-col gap-y-6"
            onSubmit={(event) => {
              event.preventDefault()
              next()
            }}
          >
            <StepTitle step={step} />
            {step === "cash" && (
              <CashStep
                form={form}
                lastLeft={preview.last?.cash_left ?? null}
                isChecked={isChecked}
              />
            )}
            {step === "papers" && <PapersStep form={form} isChecked={isChecked} />}
            {step === "check" && <CheckStep form={form} isChecked={isChecked} />}
            <button type="submit" className="hidden" tabIndex={-1} aria-hidden />
          </form>
        </FocusModal.Body>
        <FocusModal.Footer>
          {position > 0 && (
            <Button variant="secondary" disabled={close.isPending} onClick={() => move(-1)}>
              {t("closing.back")}
            </Button>
          )}
          <Button isLoading={close.isPending} onClick={next}>
            {t(step === "check" ? "closing.confirm" : "closing.next")}
          </Button>
        </FocusModal.Footer>
      </FocusModal.Content>
    </FocusModal>
  )
}

const StepTitle = ({ step }: { step: Step }) => {
  const t = useWords()
  return (
    <div>
      <FocusModal.Title asChild>
        <Heading>{t(`closing.${step}`)}</Heading>
      </FocusModal.Title>
      <FocusModal.Description asChild>
        <Text size="small" className="text-ui-fg-subtle">
          {t(`closing.${step}Hint`)}
        </Text>
      </FocusModal.Description>
    </div>
  )
}

const isComplete = (step: Step, form: ClosingForm): boolean => {
  if (step === "papers") return papersAreCounted(form)
  if (step === "check") {
    return form.compare().every(({ method, gap }) => !gap || Boolean(form.reasons[method]?.trim()))
  }
  const { float, cash, cashLeft } = form
  return float !== null && cash !== null && cashLeft !== null && cashLeft <= cash
}
