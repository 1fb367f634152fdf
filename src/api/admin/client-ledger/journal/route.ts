import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { today } from "../../../../modules/client-ledger/utils/dates"
import { toNumber } from "../../../../modules/client-ledger/utils/money"
import type { AdminJournalResponse } from "../../../../types/http"
import { ledgerOf } from "../../../utils/ledger"
import { periodOf } from "./period"
import type { JournalQuery } from "./validators"

/** How much of a period is closed, journal by journal, and how many pieces aren't. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, JournalQuery>,
  res: MedusaResponse<AdminJournalResponse>
) {
  const { currency_code, from, to } = await periodOf(req.scope, req.validatedQuery as JournalQuery)
  const ledger = ledgerOf(req.scope)
  const { closed_to } = await ledger.retrieveJournalHead(currency_code)
  const period = { currency_code, from, to }
  const totals = await ledger.totalJournalPieces(period)
  const waiting = { currency_code, closed_to, up_to: today() }
  res.json({
    journal: {
      ...period,
      closed_to,
      journals: totals.map(({ journal, pieces, amount }) => ({
        code: journal,
        pieces,
        amount: toNumber(amount),
      })),
      provisional: await ledger.countJournalRows(waiting, period),
    },
  })
}
