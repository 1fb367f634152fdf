import { ArrowUpTray, Plus, Adjustments } from "@medusajs/icons"
import { Button, Container, Heading, Text } from "@medusajs/ui"
import { useRef } from "react"
import type { AdminBankAccount } from "../../../types/http"
import type { BankUpload } from "../../hooks/use-bank-upload"
import { useMay } from "../../hooks/use-may"
import { useWords } from "../../hooks/use-words"
import { ActionMenu } from "../common/action-menu"
import { ChoiceSelect } from "../common/choice-select"

type BankHeaderProps = {
  accounts: AdminBankAccount[]
  account: AdminBankAccount | undefined
  onChoose: (id: string) => void
  upload: BankUpload
  onAdd: () => void
}

/** Which account it is about, and the file that is on its way. */
export const BankHeader = ({ accounts, account, onChoose, upload, onAdd }: BankHeaderProps) => {
  const t = useWords()
  const may = useMay()
  const fileInput = useRef<HTMLInputElement>(null)
  const mustAsk = useRef(false)
  const pick = (askColumns: boolean) => {
    mustAsk.current = askColumns
    fileInput.current?.click()
  }
  const actions = [
    { icon: <Adjustments />, label: t("bank.columnsAction"), onClick: () => pick(true) },
    { icon: <Plus />, label: t("bank.addAccount"), onClick: onAdd },
  ]
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 px-6 py-4">
        <div>
          <Heading>{t("bank.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {account ? t("bank.hint") : t("bank.noAccountText")}
          </Text>
        </div>
        {may("import") && (
          <div className="flex items-center gap-x-2">
            {account && (
              <>
                <input
                  ref={fileInput}
                  type="file"
                  className="hidden"
                  accept=".xml,.ofx,.csv,.txt"
                  aria-label={t("bank.upload")}
                  onChange={({ target }) => {
                    const file = target.files?.[0]
                    if (file) upload.begin({ account, file }, mustAsk.current)
                    // The same file may be chosen again.
                    target.value = ""
                  }}
                />
                <Button size="small" isLoading={upload.isPending} onClick={() => pick(false)}>
                  <ArrowUpTray />
                  {t("bank.upload")}
                </Button>
                <ActionMenu groups={[actions]} label={`${t("common.actions")}: ${account.name}`} />
              </>
            )}
            {!account && (
              <Button size="small" onClick={onAdd}>
                <Plus />
                {t("bank.addAccount")}
              </Button>
            )}
          </div>
        )}
      </div>
      {account && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-6 py-3">
          {accounts.length > 1 && (
            <div className="w-56">
              <ChoiceSelect
                label={t("bank.account")}
                choices={accounts.map(({ id, name }) => ({ value: id, label: name }))}
                value={account.id}
                onChange={onChoose}
              />
            </div>
          )}
          <Text size="small" className="text-ui-fg-subtle min-w-0 break-words tabular-nums">
            {accounts.length > 1 ? account.number : `${account.name} · ${account.number}`}
          </Text>
        </div>
      )}
      {upload.sending && <Progress {...upload.sending} />}
    </Container>
  )
}

/** How much of the file has come, then that its lines are being read. */
const Progress = ({ name, share }: { name: string; share: number }) => {
  const t = useWords()
  const isThere = share >= 1
  return (
    <div className="flex flex-col gap-y-2 px-6 py-3" role="status">
      <Text size="small" className="text-ui-fg-subtle break-words">
        {t(isThere ? "bank.reading" : "bank.uploading", { name })}
      </Text>
      <progress
        className="h-1.5 w-full"
        aria-label={t("bank.upload")}
        {...(!isThere && { value: share })}
      />
    </div>
  )
}
