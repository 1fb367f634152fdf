import { InlineTip } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { AdminJournalResponse } from "../../../types/http"
import { useFormat } from "../../hooks/use-format"
import { useWords, type WordKey } from "../../hooks/use-words"
import { Row } from "../common/row"

type JournalTotalsProps = { journal: AdminJournalResponse["journal"] }

/** What closings have numbered in the period, and what they haven't. */
export const JournalTotals = ({ journal }: JournalTotalsProps) => {
  const t = useWords()
  const { date, money } = useFormat()
  const { closed_to, currency_code, journals, provisional } = journal
  return (
    <>
      {provisional > 0 && (
        <div className="px-6 py-4">
          <InlineTip variant="warning" label={t("journal.closedTo")}>
            {closed_to ? date(closed_to) : t("journal.never")}
            {". "}
            {t("journal.provisional", { count: provisional })}{" "}
            <Link to="/client-closings" className="text-ui-fg-interactive">
              {t("journal.toClosings")}
            </Link>
          </InlineTip>
        </div>
      )}
      {!journals.length && <Row title={t("journal.closed")}>{t("journal.noPieces")}</Row>}
      {journals.map(({ code, pieces, amount }) => (
        <Row key={code} title={`${code} · ${t(`journal.codes.${code}` as WordKey)}`}>
          <span className="flex flex-wrap justify-between gap-x-4">
            <span>{t("journal.pieces", { count: pieces })}</span>
            <span className="tabular-nums">{money(amount, currency_code)}</span>
          </span>
        </Row>
      ))}
    </>
  )
}
