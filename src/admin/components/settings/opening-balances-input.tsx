import { ArrowUpTray } from "@medusajs/icons"
import { Button, Text, Textarea } from "@medusajs/ui"
import { useRef, useState } from "react"
import { useWords } from "../../hooks/use-words"
import { Field } from "../common/field"

type OpeningBalancesInputProps = { value: string; onChange: (csv: string) => void }

export const OpeningBalancesInput = ({ value, onChange }: OpeningBalancesInputProps) => {
  const t = useWords()
  const fileInput = useRef<HTMLInputElement>(null)
  const [fileName, setFileName] = useState("")
  const read = async (file: File) => {
    onChange(await textOf(file))
    setFileName(file.name)
  }
  return (
    <div className="flex flex-col gap-y-6">
      <div className="flex items-center gap-x-3">
        <input
          ref={fileInput}
          type="file"
          className="hidden"
          accept=".csv,.txt,text/csv,text/plain"
          aria-label={t("settings.opening.file")}
          onChange={(event) => {
            const file = event.target.files?.[0]
            if (file) void read(file)
          }}
        />
        <Button size="small" variant="secondary" onClick={() => fileInput.current?.click()}>
          <ArrowUpTray />
          {t("settings.opening.file")}
        </Button>
        <Text size="small" className="text-ui-fg-subtle truncate">
          {fileName}
        </Text>
      </div>
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
