import { Drawer, Heading, Skeleton, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"
import type { AdminCounterClient } from "../../../types/http"
import { useCounterClient, type CounterFilter } from "../../hooks/counter"
import { useAccountWords } from "../../hooks/use-account-words"
import { useCounterGesture } from "../../hooks/use-counter-gesture"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { accountPath } from "../../lib/paths"
import { LoadError } from "../common/load-error"
import { ClientTill } from "./client-till"
import { GestureStatus } from "./gesture-status"

type ClientDrawerProps = { accountId: string; filter: CounterFilter; onClose: () => void }

/** One client at the counter. Its figures are read afresh, and after each gesture. */
export const ClientDrawer = ({ accountId, filter, onClose }: ClientDrawerProps) => {
  // What the client came for is what was filtered when he was opened.
  const [asked] = useState(filter)
  const { data: client, isPending, error, refetch } = useCounterClient(accountId, asked)
  if (client) return <OpenClient client={client} onClose={onClose} />
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content aria-describedby={undefined}>
        <Drawer.Header>
          <Drawer.Title />
        </Drawer.Header>
        <Drawer.Body>
          {isPending && <Skeleton className="h-40 w-full" />}
          {error && <LoadError error={error} onRetry={() => void refetch()} />}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer>
  )
}

const OpenClient = ({ client, onClose }: { client: AdminCounterClient; onClose: () => void }) => {
  const t = useWords()
  const words = useAccountWords()
  const { money } = useFormat()
  const prompt = usePrompt()
  const gesture = useCounterGesture(client)

  /** Not while a payment is on its way; and with a word when its end isn't known. */
  const close = async () => {
    if (gesture.isPending) return
    const leaves =
      !gesture.isUncertain ||
      (await prompt({
        title: t("counter.unknown", {
          amount: money(gesture.gesture?.amount ?? 0, client.currency_code),
        }),
        description: t("counter.gaveUp"),
        confirmText: t("actions.close"),
        cancelText: t("actions.cancel"),
      }))
    if (leaves) onClose()
  }
  return (
    <Drawer open onOpenChange={(open) => !open && void close()}>
      <Drawer.Content
        // The pad and the fields take the keyboard when they are wanted.
        onOpenAutoFocus={(event) => event.preventDefault()}
      >
        <Drawer.Header className="min-w-0">
          <Drawer.Title asChild>
            <Heading className="truncate">{words.name(client)}</Heading>
          </Drawer.Title>
          <Drawer.Description asChild>
            <Link
              to={accountPath(client.client_account_id)}
              className="text-ui-fg-subtle txt-small hover:text-ui-fg-base"
              aria-label={t("counter.openAccount")}
            >
              {words.balance(gesture.done?.client_account ?? client)}
            </Link>
          </Drawer.Description>
        </Drawer.Header>
        {gesture.gesture ? (
          <GestureStatus client={client} gesture={gesture} onNext={onClose} />
        ) : (
          <ClientTill client={client} gesture={gesture} />
        )}
      </Drawer.Content>
    </Drawer>
  )
}
