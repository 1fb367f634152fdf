import { ArrowDownTray } from "@medusajs/icons"
import { Button, Container, Heading, Hint, Skeleton, Text } from "@medusajs/ui"
import { useState } from "react"
import type { JournalFormat } from "../../../types/http"
import { useExportJournal, useJournal } from "../../hooks/journal"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useStoreCurrencies } from "../../hooks/use-store-currencies"
import { useWords } from "../../hooks/use-words"
import { saveFile } from "../../lib/download"
import { isoDay } from "../../lib/locale"
import { Allowed } from "../common/allowed"
import { ChoiceField } from "../common/choice-field"
import { ChoiceSelect } from "../common/choice-select"
import { DateField } from "../common/date-field"
import { Field } from "../common/field"
import { LoadError } from "../common/load-error"
import { JournalTotals } from "./journal-totals"

const FORMATS = ["fec", "csv", "hledger", "beancount"] as const

const firstOfMonth = () => {
  const today = new Date()
  return isoDay(new Date(today.getFullYear(), today.getMonth(), 1))
}

/** A period and a format: what of it is closed, and the file. */
export const JournalSection = () => {
  const t = useWords()
  const [from, setFrom] = useState(firstOfMonth)
  const [to, setTo] = useState(() => isoDay(new Date()))
  const [chosen, setChosen] = useState<string>()
  const [format, setFormat] = useState<JournalFormat>("fec")
  const currencies = useStoreCurrencies(true).data ?? []
  const currency = chosen ?? currencies[0]
  const period = { from, to, ...(currency && { currency_code: currency }) }
  const isPeriod = Boolean(from && to && from <= to)
  const { data, error, refetch } = useJournal(period, isPeriod)
  const download = useExportJournal({
    onSuccess: ({ content, name }) => saveFile(content, name),
    onError: useFailureToast(),
  })
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading>{t("journal.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle max-w-2xl">
          {t("journal.hint")}
        </Text>
      </div>
      <div className="flex flex-col gap-y-6 px-6 py-4">
        <div className="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:max-w-xl">
          <DateField label={t("journal.from")} value={from} onChange={setFrom} />
          <DateField label={t("journal.to")} value={to} onChange={setTo} />
          {currencies.length > 1 && (
            <Field label={t("journal.currency")}>
              {() => (
                <ChoiceSelect
                  label={t("journal.currency")}
                  choices={currencies.map((code) => ({ value: code, label: code.toUpperCase() }))}
                  value={currency ?? null}
                  onChange={setChosen}
                />
              )}
            </Field>
          )}
        </div>
        <div className="lg:max-w-xl">
          <ChoiceField
            label={t("journal.format")}
            choices={FORMATS.map((value) => ({
              value,
              label: t(`journal.formats.${value}`),
              hint: t(`journal.formatHints.${value}`),
            }))}
            value={format}
            onChange={setFormat}
          />
        </div>
        {!isPeriod && (
          <Hint variant="error" role="alert">
            {t("journal.periodError")}
          </Hint>
        )}
        <Allowed to="export">
          <Button
            className="self-start"
            disabled={!isPeriod}
            isLoading={download.isPending}
            onClick={() => download.mutate({ ...period, format })}
          >
            <ArrowDownTray />
            {t("journal.download")}
          </Button>
        </Allowed>
      </div>
      {error && <LoadError error={error} onRetry={() => void refetch()} />}
      {!error && !data && isPeriod && <Skeleton className="m-6 h-24" />}
      {data && isPeriod && <JournalTotals journal={data.journal} />}
    </Container>
  )
}
