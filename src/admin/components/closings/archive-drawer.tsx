import { Skeleton, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import type { AdminArchiveYear } from "../../../types/http"
import { useArchiveYears, useTakeArchive } from "../../hooks/archives"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { saveFile } from "../../lib/download"
import { ChoiceField } from "../common/choice-field"
import { FormDrawer } from "../common/form-drawer"
import { LoadError } from "../common/load-error"

const isReady = ({ is_over, unclosed }: AdminArchiveYear) => is_over && !unclosed.length

/** Asks which year; one that isn't closed says what it lacks. */
export const ArchiveDrawer = ({ onClose }: { onClose: () => void }) => {
  const t = useWords()
  const state = useYearState()
  const { data, error, refetch } = useArchiveYears()
  const [picked, setPicked] = useState<string | null>(null)
  const [isRefused, setIsRefused] = useState(false)
  const years = data?.archive_years ?? []
  const year = picked ? years.find((each) => String(each.year) === picked) : years.find(isReady)
  const take = useTakeArchive({
    onSuccess: (zip, taken) => {
      saveFile(zip, t("archive.fileName", { year: taken }))
      toast.success(t("archive.done", { year: taken }))
      onClose()
    },
    onError: useFailureToast(),
  })
  const submit = () => {
    if (year && isReady(year)) take.mutate(year.year)
    else setIsRefused(true)
  }
  return (
    <FormDrawer
      title={t("archive.title")}
      hint={t("archive.hint")}
      submitLabel={t("archive.download")}
      isPending={take.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      {error && <LoadError error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton className="h-24 w-full" />}
      {data && !years.length && (
        <div>
          <Text size="small" weight="plus">
            {t("archive.none")}
          </Text>
          <Text size="small" className="text-ui-fg-subtle">
            {t("archive.noneText")}
          </Text>
        </div>
      )}
      {years.length > 0 && (
        <ChoiceField
          label={t("archive.year")}
          value={year ? String(year.year) : null}
          onChange={(chosen) => {
            setPicked(chosen)
            setIsRefused(false)
          }}
          choices={years.map((each) => ({
            value: String(each.year),
            label: String(each.year),
            hint: state(each),
          }))}
          error={
            isRefused ? t(year?.is_over ? "archive.closeFirst" : "archive.notOver") : undefined
          }
        />
      )}
    </FormDrawer>
  )
}

const useYearState = () => {
  const t = useWords()
  const { date } = useFormat()
  return ({ is_over, unclosed }: AdminArchiveYear): string => {
    if (!is_over) return t("archive.ongoing")
    if (!unclosed.length) return t("archive.ready")
    const waiting = unclosed.flatMap(({ currency_code, payments, reversals, since }) => {
      const currency = currency_code.toUpperCase()
      return [
        ...(payments ? [t("archive.payments", { count: payments, currency })] : []),
        ...(reversals ? [t("archive.reversals", { count: reversals, currency })] : []),
        t("archive.since", { date: date(since) }),
      ]
    })
    return waiting.join(", ")
  }
}
