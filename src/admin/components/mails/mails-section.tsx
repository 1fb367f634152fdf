import {
  Container,
  DataTable,
  Heading,
  Label,
  Switch,
  Text,
  toast,
  useDataTable,
} from "@medusajs/ui"
import { useId, useState } from "react"
import type { AdminClientAccount } from "../../../types/http"
import { useChangeReminders, useClientMails } from "../../hooks/mails"
import { useAccountWords } from "../../hooks/use-account-words"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useTableWords } from "../../hooks/use-table-words"
import { useWideScreen } from "../../hooks/use-wide-screen"
import { useWords } from "../../hooks/use-words"
import { Allowed } from "../common/allowed"
import { LoadError } from "../common/load-error"
import { useMailColumns } from "./mail-columns"
import { NoProviderTip } from "./no-provider-tip"

const PAGE_SIZE = 10

/** What the client was sent, and whether he is reminded. */
export const MailsSection = ({ account }: { account: AdminClientAccount }) => {
  const t = useWords()
  const tableWords = useTableWords()
  const columns = useMailColumns(account.id, useWideScreen())
  const [pageIndex, setPageIndex] = useState(0)
  const { data, isPending, error, refetch } = useClientMails(account.id, {
    limit: PAGE_SIZE,
    offset: pageIndex * PAGE_SIZE,
  })
  const table = useDataTable({
    data: data?.client_mails ?? [],
    columns,
    getRowId: (mail) => mail.id,
    rowCount: data?.count ?? 0,
    isLoading: isPending,
    autoResetPageIndex: false,
    pagination: {
      state: { pageIndex, pageSize: PAGE_SIZE },
      onPaginationChange: (page) => setPageIndex(page.pageIndex),
    },
  })
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 px-6 py-4">
        <div>
          <Heading level="h2">{t("mail.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("mail.hint")}
          </Text>
        </div>
        <Allowed to="configure">
          <RemindSwitch account={account} />
        </Allowed>
      </div>
      {data?.can_send === false && (
        <div className="px-6 py-3">
          <NoProviderTip />
        </div>
      )}
      {error && <LoadError error={error} onRetry={() => void refetch()} />}
      {data?.count === 0 && (
        <Text size="small" className="text-ui-fg-muted px-6 py-4">
          {t("mail.empty")}
        </Text>
      )}
      {!error && data?.count !== 0 && (
        <DataTable instance={table}>
          <DataTable.Table />
          {(data?.count ?? 0) > PAGE_SIZE && <DataTable.Pagination translations={tableWords} />}
        </DataTable>
      )}
    </Container>
  )
}

/** Off for a client who asked to be left alone. */
const RemindSwitch = ({ account }: { account: AdminClientAccount }) => {
  const t = useWords()
  const id = useId()
  const name = useAccountWords().name(account)
  const change = useChangeReminders(account.id, {
    onSuccess: ({ client_account: { no_reminders } }) =>
      toast.success(t(no_reminders ? "mail.remindOff" : "mail.remindOn", { name })),
    onError: useFailureToast(),
  })
  return (
    <div className="flex items-center gap-x-2">
      <Switch
        id={id}
        size="small"
        checked={!account.no_reminders}
        disabled={change.isPending}
        onCheckedChange={(on) => change.mutate({ no_reminders: !on })}
      />
      <Label htmlFor={id} size="small">
        {t("mail.remindSwitch")}
      </Label>
    </div>
  )
}
