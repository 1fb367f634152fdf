import { toast } from "@medusajs/ui"
import { useState } from "react"
import type { AdminBankAccount, AdminBankStatementResponse } from "../../types/http"
import type { CsvPreview } from "../lib/csv-guess"
import { uploadFile } from "../lib/upload"
import { useBankPreview } from "./bank"
import { useFailureToast } from "./use-failure-toast"
import { useLedgerMutation } from "./use-ledger-mutation"
import { useWords } from "./use-words"

type Asked = { account: AdminBankAccount; file: File; preview: CsvPreview }
type Upload = { account: AdminBankAccount; file: File }

/** The way of a file: looked at, its columns asked for if it is CSV and they aren't known, sent, and told what came of it. */
export const useBankUpload = () => {
  const t = useWords()
  const onError = useFailureToast()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [share, setShare] = useState(0)
  const send = useLedgerMutation<AdminBankStatementResponse, Upload>({
    mutationFn: ({ account, file }) => {
      setShare(0)
      const query = new URLSearchParams({ bank_account_id: account.id, file_name: file.name })
      return uploadFile(`/admin/bank-statements?${query}`, file, setShare)
    },
    onSuccess: ({ bank_statement: { lines, added, exact } }) =>
      toast.success(t("bank.uploaded", { added }), {
        description: t("bank.uploadedText", { lines, exact, known: lines - added }),
        duration: 8000,
      }),
    onError,
  })
  const look = useBankPreview({ onError })
  const begin = async (upload: Upload, mustAsk = false) => {
    const { preview } = await look.mutateAsync(upload.file)
    const isUnknown = preview.format === "csv" && (mustAsk || !upload.account.csv_format)
    if (isUnknown) setAsked({ ...upload, preview })
    else send.mutate(upload)
  }
  return {
    /** Columns that are to be said before the file is sent. */
    asked,
    close: () => setAsked(null),
    begin: (upload: Upload, mustAsk = false) => void begin(upload, mustAsk).catch(() => undefined),
    send: (upload: Upload) => {
      setAsked(null)
      send.mutate(upload)
    },
    /** The file on its way, and how much of it the server has. */
    sending: send.isPending ? { name: send.variables.file.name, share } : null,
    isPending: send.isPending || look.isPending,
  }
}

export type BankUpload = ReturnType<typeof useBankUpload>
