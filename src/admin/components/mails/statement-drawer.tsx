import { useState } from "react"
import { InlineTip } from "@medusajs/ui"
import type { AdminClientAccount } from "../../../types/http"
import { useMailStatement, type StatementBody } from "../../hooks/mails"
import { useAttemptKey } from "../../hooks/use-attempt-key"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useWords } from "../../hooks/use-words"
import { isoDay } from "../../lib/locale"
import { ChoiceField } from "../common/choice-field"
import { DateField } from "../common/date-field"
import { FormDrawer } from "../common/form-drawer"
import { useMailToast } from "./send-again"

type StatementDrawerProps = { account: AdminClientAccount; onClose: () => void }

type Language = "own" | "fr" | "en"

/** The statement of some days, as a PDF in the client's letterbox. */
export const StatementDrawer = ({ account, onClose }: StatementDrawerProps) => {
  const t = useWords()
  const keyOf = useAttemptKey()
  const tell = useMailToast()
  const today = isoDay(new Date())
  const [from, setFrom] = useState(`${today.slice(0, 4)}-01-01`)
  const [to, setTo] = useState(today)
  const [language, setLanguage] = useState<Language>("own")
  const [isChecked, setIsChecked] = useState(false)
  const email = account.customer_email
  const mail = useMailStatement(account.id, {
    onSuccess: (answer) => {
      tell(answer, t("mail.statement.done", { email: email ?? "" }))
      onClose()
    },
    onError: useFailureToast(),
  })
  const missing = (day: string) => (day ? undefined : t("error.dateMissing"))
  const toError = missing(to) ?? (from > to ? t("mail.statement.order") : undefined)
  const submit = () => {
    setIsChecked(true)
    if (!email || missing(from) || toError) return
    const body: StatementBody = {
      from,
      to,
      time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      ...(language !== "own" && { language }),
    }
    mail.mutate({ body, idempotencyKey: keyOf(body) })
  }
  return (
    <FormDrawer
      title={t("mail.statement.title")}
      hint={email ? t("mail.statement.hint", { email }) : undefined}
      submitLabel={t("mail.statement.submit")}
      isPending={mail.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      {!email && (
        <InlineTip variant="warning" label={t("mail.skip.no_email")}>
          {t("mail.statement.noEmail")}
        </InlineTip>
      )}
      <DateField
        label={t("mail.statement.from")}
        value={from}
        onChange={setFrom}
        error={isChecked ? missing(from) : undefined}
      />
      <DateField
        label={t("mail.statement.to")}
        value={to}
        onChange={setTo}
        error={isChecked ? toError : undefined}
      />
      <ChoiceField
        label={t("mail.statement.language")}
        value={language}
        onChange={setLanguage}
        choices={[
          { value: "own", label: t("mail.statement.own") },
          { value: "fr", label: t("mail.settings.fr") },
          { value: "en", label: t("mail.settings.en") },
        ]}
      />
    </FormDrawer>
  )
}
