import { Button, Container, Input, Skeleton, Tabs, Text } from "@medusajs/ui"
import { useState } from "react"
import type { AdminBankAccount } from "../../../types/http"
import { useBankLines, type BankLineQuery } from "../../hooks/bank"
import { useSettledValue } from "../../hooks/use-settled-value"
import { useWords } from "../../hooks/use-words"
import { LoadError } from "../common/load-error"
import { AcceptExact } from "./accept-exact"
import { BankLine } from "./bank-line"

const PAGE_SIZE = 20
const TABS = ["open", "out", "accepted", "set_aside"] as const
type Tab = (typeof TABS)[number]

const QUERIES: Record<Tab, Pick<BankLineQuery, "state" | "direction">> = {
  open: { state: "open", direction: "in" },
  out: { state: "open", direction: "out" },
  accepted: { state: "accepted" },
  set_aside: { state: "set_aside" },
}

/** The lines of an account's statements: those that wait for somebody first. */
export const LinesSection = ({ account }: { account: AdminBankAccount }) => {
  const t = useWords()
  const [tab, setTab] = useState<Tab>("open")
  const [typed, setTyped] = useState("")
  const [pageIndex, setPageIndex] = useState(0)
  const q = useSettledValue(typed.trim())
  const { data, error, refetch } = useBankLines({
    ...QUERIES[tab],
    ...(q && { q }),
    ...{ bank_account_id: account.id, limit: PAGE_SIZE, offset: pageIndex * PAGE_SIZE },
  })
  const show = (next: string) => {
    setTab(next as Tab)
    setPageIndex(0)
  }
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-col gap-y-3 px-6 py-4">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <Tabs value={tab} onValueChange={show} className="min-w-0 max-w-full">
            <Tabs.List className="-mx-1 overflow-x-auto px-1 py-1">
              {TABS.map((each) => (
                <Tabs.Trigger key={each} value={each} className="shrink-0">
                  {t(`bank.tab.${each}`)}
                </Tabs.Trigger>
              ))}
            </Tabs.List>
          </Tabs>
          <AcceptExact account={account} />
        </div>
        <Input
          type="search"
          aria-label={t("bank.search")}
          placeholder={t("bank.search")}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setPageIndex(0)
          }}
        />
      </div>
      {error && <LoadError error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton className="m-6 h-24" />}
      {data && (
        <ul className="divide-y">
          {data.bank_lines.map((line) => (
            <BankLine key={line.id} line={line} />
          ))}
          {!data.count && <Empty tab={tab} />}
        </ul>
      )}
      {data && data.count > PAGE_SIZE && (
        <Pages pageIndex={pageIndex} count={data.count} onChange={setPageIndex} />
      )}
    </Container>
  )
}

const Empty = ({ tab }: { tab: Tab }) => {
  const t = useWords()
  return (
    <li className="flex flex-col items-center gap-y-1 px-6 py-10 text-center">
      <Text size="small" leading="compact" weight="plus">
        {t(`bank.empty.${tab}`)}
      </Text>
      <Text size="small" className="text-ui-fg-subtle">
        {t(`bank.emptyText.${tab}`)}
      </Text>
    </li>
  )
}

type PagesProps = { pageIndex: number; count: number; onChange: (index: number) => void }

const Pages = ({ pageIndex, count, onChange }: PagesProps) => {
  const t = useWords()
  const last = Math.ceil(count / PAGE_SIZE) - 1
  const from = pageIndex * PAGE_SIZE + 1
  const to = Math.min(from + PAGE_SIZE - 1, count)
  return (
    <div className="flex items-center justify-between gap-x-4 px-6 py-4">
      <Text size="small" className="text-ui-fg-subtle tabular-nums">
        {from}–{to} {t("general.of")} {count}
      </Text>
      <div className="flex gap-x-2">
        <Button
          size="small"
          variant="transparent"
          disabled={pageIndex === 0}
          onClick={() => onChange(pageIndex - 1)}
        >
          {t("general.prev")}
        </Button>
        <Button
          size="small"
          variant="transparent"
          disabled={pageIndex >= last}
          onClick={() => onChange(pageIndex + 1)}
        >
          {t("general.next")}
        </Button>
      </div>
    </div>
  )
}
