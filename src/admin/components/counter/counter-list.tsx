import { Button, Container, Heading, Skeleton, Text } from "@medusajs/ui"
import type { useCounterClients } from "../../hooks/counter"
import type { CounterState } from "../../hooks/use-counter-state"
import { useWords } from "../../hooks/use-words"
import { LoadError } from "../common/load-error"
import { ClientRow } from "./client-row"
import { CounterToolbar } from "./counter-toolbar"

type CounterListProps = {
  state: CounterState
  query: ReturnType<typeof useCounterClients>
  /** Missing when no more can be shown. */
  onMore?: () => void
}

/** Who is expected, by name. */
export const CounterList = ({ state, query, onMore }: CounterListProps) => {
  const t = useWords()
  const { data, isPending, isPlaceholderData, error, refetch } = query
  const clients = data?.counter_clients ?? []
  const [only] = clients
  /** Enter opens the one who is left. */
  const onEnter = () => {
    if (only && clients.length === 1 && !isPlaceholderData) state.open(only.client_account_id)
  }
  return (
    <Container className="divide-y p-0">
      <div className="flex items-baseline justify-between gap-x-4 px-6 pb-3 pt-4">
        <Heading>{t("counter.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle" role="status">
          {data && t("counter.hint", { count: data.count })}
        </Text>
      </div>
      <CounterToolbar state={state} onEnter={onEnter} />
      {isPending && <Skeleton className="m-6 h-24" />}
      {error && <LoadError error={error} onRetry={() => void refetch()} />}
      {data && (
        <ul className="divide-y" aria-label={t("counter.title")}>
          {clients.map((client) => (
            <ClientRow
              key={client.client_account_id}
              client={client}
              onOpen={() => state.open(client.client_account_id)}
            />
          ))}
        </ul>
      )}
      {data?.count === 0 && <Nobody state={state} />}
      {data && data.count > clients.length && onMore && (
        <div className="flex justify-center px-6 py-3">
          <Button size="small" variant="secondary" onClick={onMore}>
            {t("counter.showMore")}
          </Button>
        </div>
      )}
    </Container>
  )
}

const Nobody = ({ state }: { state: CounterState }) => {
  const t = useWords()
  const isFiltered = Object.keys(state.filter).length > 0
  return (
    <div className="flex flex-col items-center gap-y-3 px-6 py-10 text-center">
      <div>
        <Text size="small" leading="compact" weight="plus">
          {t(isFiltered ? "counter.empty.notFound" : "counter.empty.title")}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {t(isFiltered ? "counter.empty.notFoundText" : "counter.empty.text")}
        </Text>
      </div>
      {isFiltered && (
        <Button size="small" variant="secondary" onClick={state.clear}>
          {t("counter.clearFilters")}
        </Button>
      )}
    </div>
  )
}
