import { z } from "@medusajs/framework/zod"
import { pageFields, textField } from "../../utils/schemas"

export const listBankStatementsQuery = z
  .object({ ...pageFields, bank_account_id: z.string().optional() })
  .strict()
export type ListBankStatementsQuery = z.infer<typeof listBankStatementsQuery>

export const uploadBankStatementQuery = z
  .object({
    bank_account_id: z.string().min(1),
    file_name: textField("file_name", 255).default(""),
  })
  .strict()
export type UploadBankStatementQuery = z.infer<typeof uploadBankStatementQuery>
