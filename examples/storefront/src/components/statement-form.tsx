import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { fetchStatement, type StatementFormat } from "../api/account"
import { saveFile } from "../lib/download"
import { isoDay } from "../lib/format"
import { useShop } from "../lib/shop"
import { words } from "../lib/words"
import { Failure } from "./loading"
import { TextField } from "./text-field"

const w = words.account

/** The account over a period, as a file to keep. */
export const StatementForm = ({ accountId }: { accountId: string }) => {
  const { sdk } = useShop()
  const today = isoDay(new Date())
  const [from, setFrom] = useState(`${today.slice(0, 4)}-01-01`)
  const [to, setTo] = useState(today)
  const download = useMutation({
    mutationFn: async (format: StatementFormat) => {
      const file = await fetchStatement(sdk, accountId, format, { from, to })
      await saveFile(file, `${w.file}-${from}-${to}.${format}`)
    },
  })
  const formats = ["pdf", "csv"] as const
  return (
    <section className="section">
      <h2>{w.statement}</h2>
      <div className="card form">
        <div className="pair">
          <TextField
            label={w.from}
            type="date"
            value={from}
            max={to}
            onChange={(event) => setFrom(event.target.value)}
          />
          <TextField
            label={w.to}
            type="date"
            value={to}
            min={from}
            onChange={(event) => setTo(event.target.value)}
          />
        </div>
        <div className="pair">
          {formats.map((format) => (
            <button
              key={format}
              type="button"
              className="button button-quiet"
              disabled={download.isPending || !from || !to}
              onClick={() => download.mutate(format)}
            >
              {format.toUpperCase()}
            </button>
          ))}
        </div>
        {download.error && <Failure error={download.error} />}
      </div>
    </section>
  )
}
