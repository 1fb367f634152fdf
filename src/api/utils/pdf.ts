import type { MedusaResponse } from "@medusajs/framework/http"

export { renderPdf, type PdfTable, type PdfContent } from "../../documents/pdf"

/** Answers with a PDF, as a file to keep. */
export function sendPdf(res: MedusaResponse, filename: string, pdf: Buffer): void {
  res.setHeader("Content-Type", "application/pdf")
  res.setHeader("Content-Disposition", `attachment; filename="${filename}"`)
  res.end(pdf)
}
