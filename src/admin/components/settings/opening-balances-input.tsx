import { Input, Textarea } from "@medusajs/ui"
import { useWords } from "../../hooks/use-words"
import { Field } from "../common/field"

type OpeningBalancesInputProps = { value: string; onChange: (csv: string) => void }

export const OpeningBalancesInput = ({ value, onChange }: OpeningBalancesInputProps) => {
  const t = useWords()
  return (
    <div className="flex flex-col gap-y-6">
      <Field label={t("settings.opening.file")}>
        {(control) => (
          <Input
            {...control}
            type="file"
            accept=".csv,.txt,text/csv,text/plain"
            onChange={(event) => {
              const file = event.target.files?.[0]
              if (file) void textOf(file).then(onChange)
            }}
          />
        )}
      </Field>
      <Field label={t("settings.opening.paste")}>
        {(control) => (
          <Textarea
            {...control}
            rows={10}
            spellCheck={false}
            className="font-mono"
            placeholder={t("settings.opening.example")}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
    </div>
  )
}

/** UTF-8, or what an older spreadsheet writes for Western Europe. */
const textOf = async (file: File): Promise<string> => {
  const bytes = await file.arrayBuffer()
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder("windows-1252").decode(bytes)
  }
}
