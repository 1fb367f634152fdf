import { ExclamationCircle, Spinner } from "@medusajs/icons"
import { Button, Drawer, Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import type { AdminCounterClient } from "../../../types/http"
import type { CounterGesture } from "../../hooks/use-counter-gesture"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { DoneGesture } from "./done-gesture"

type GestureStatusProps = {
  client: AdminCounterClient
  gesture: CounterGesture
  onNext: () => void
}

/** Where the payment is: on its way, unanswered, refused, or recorded. Nothing else can be done meanwhile. */
export const GestureStatus = ({ client, gesture, onNext }: GestureStatusProps) => {
  const t = useWords()
  const { money } = useFormat()
  const amount = money(gesture.gesture?.amount ?? 0, client.currency_code)
  if (gesture.done) {
    return (
      <DoneGesture
        key={gesture.done.receipt.id}
        done={gesture.done}
        onAgain={gesture.reset}
        onNext={onNext}
      />
    )
  }
  if (gesture.isPending) {
    return (
      <Notice
        icon={<Spinner className="animate-spin" />}
        title={gesture.isRepeating ? t("counter.tryingAgain") : t("counter.sending")}
        text={gesture.isRepeating ? t("counter.tryingAgainText") : undefined}
      />
    )
  }
  return (
    <Notice
      icon={<ExclamationCircle className="text-ui-fg-error" />}
      title={gesture.isUncertain ? t("counter.unknown", { amount }) : t("counter.refused")}
      text={gesture.refusal ?? t("counter.unknownText")}
    >
      {gesture.isUncertain ? (
        <Button size="large" className="w-full" onClick={gesture.repeat}>
          {t("common.retry")}
        </Button>
      ) : (
        <Button size="large" className="w-full" variant="secondary" onClick={gesture.reset}>
          {t("counter.back")}
        </Button>
      )}
    </Notice>
  )
}

type NoticeProps = { icon: ReactNode; title: string; text?: string; children?: ReactNode }

const Notice = ({ icon, title, text, children }: NoticeProps) => (
  <>
    <Drawer.Body
      role="status"
      className="flex flex-1 flex-col items-center justify-center gap-y-3 text-center"
    >
      {icon}
      <Heading level="h2">{title}</Heading>
      {text && <Text className="text-ui-fg-subtle">{text}</Text>}
    </Drawer.Body>
    {children && <div className="border-ui-border-base border-t px-4 py-3 sm:px-6">{children}</div>}
  </>
)
