import PDFDocument from "pdfkit"

/** What stands on a page, whichever document it is: facts, key figures, tables. */
export type PdfTable = {
  title: string
  columns: { label: string; weight: number; align?: "left" | "right" }[]
  rows: string[][]
  /** Said in place of an empty table. */
  empty?: string
}
export type PdfContent = {
  title: string
  subtitle: string
  /** Those without a value are left out. */
  facts: [label: string, value: string | null | undefined][]
  figures: { label: string; value: string }[]
  tables: PdfTable[]
  /** On each page, before its number. */
  footer: string
}

const MARGIN = 42
const SIZE = { title: 18, section: 11, figure: 14, text: 9, small: 8 }
const INK = "#18181b"
const GREY = "#71717a"
const LINE = "#d4d4d8"
const PADDING = 4

/** A4, one column, in the fonts that every reader has. */
export async function renderPdf(content: PdfContent): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: "A4",
    margin: MARGIN,
    bufferPages: true,
    info: { Title: printable(content.title) },
  })
  const parts: Buffer[] = []
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on("data", (part: Buffer) => parts.push(part))
    pdf.on("end", resolve)
    pdf.on("error", reject)
  })
  new PdfPage(pdf).write(content)
  pdf.end()
  await ended
  return Buffer.concat(parts)
}

/** The standard fonts know Western European letters: narrow spaces become plain ones, "ř" becomes "r". */
export const printable = (text: string): string =>
  text
    .replace(/[\u00a0\u2000-\u200a\u202f]/g, " ")
    .replace(/\u2212/g, "-")
    .replace(/[^\u0020-\u00ff€–—‘’“”…•œŒ]/g, (letter) => {
      const [plain = "?"] = letter.normalize("NFD")
      return /[\u0020-\u00ff]/.test(plain) ? plain : "?"
    })

class PdfPage {
  private readonly width: number

  constructor(private readonly pdf: PDFKit.PDFDocument) {
    this.width = pdf.page.width - 2 * MARGIN
  }

  write({ title, subtitle, facts, figures, tables, footer }: PdfContent): void {
    this.text(title, { font: "Helvetica-Bold", size: SIZE.title })
    this.text(subtitle, { color: GREY })
    this.pdf.moveDown(1)
    this.figures(figures)
    for (const [label, value] of facts) if (value) this.fact(label, value)
    for (const table of tables) this.table(table)
    this.numberPages(footer)
  }

  private text(text: string, style: { font?: string; size?: number; color?: string } = {}): void {
    const { font = "Helvetica", size = SIZE.text, color = INK } = style
    this.pdf.font(font).fontSize(size).fillColor(color)
    this.pdf.text(printable(text), MARGIN, this.pdf.y, { width: this.width })
  }

  private figures(figures: PdfContent["figures"]): void {
    if (!figures.length) return
    const width = this.width / figures.length
    const top = this.pdf.y
    figures.forEach(({ label, value }, n) => {
      const at = MARGIN + n * width
      this.pdf.font("Helvetica").fontSize(SIZE.small).fillColor(GREY)
      this.pdf.text(printable(label), at, top, { width: width - PADDING })
      this.pdf.font("Helvetica-Bold").fontSize(SIZE.figure).fillColor(INK)
      this.pdf.text(printable(value), at, top + SIZE.small + PADDING, { width: width - PADDING })
    })
    this.pdf.y = top + SIZE.small + SIZE.figure + 6 * PADDING
  }

  private fact(label: string, value: string): void {
    const labelWidth = this.width * 0.3
    const top = this.pdf.y
    this.pdf.font("Helvetica").fontSize(SIZE.text).fillColor(GREY)
    this.pdf.text(printable(label), MARGIN, top, { width: labelWidth - PADDING })
    const labelEnd = this.pdf.y
    this.pdf.fillColor(INK)
    this.pdf.text(printable(value), MARGIN + labelWidth, top, { width: this.width - labelWidth })
    this.pdf.y = Math.max(labelEnd, this.pdf.y) + 2
  }

  private table({ title, columns, rows, empty }: PdfTable): void {
    this.breakUnless(4 * SIZE.section + 3 * SIZE.text)
    this.pdf.moveDown(1.2)
    this.text(title, { font: "Helvetica-Bold", size: SIZE.section })
    this.pdf.moveDown(0.3)
    if (!rows.length) return this.text(empty ?? "–", { color: GREY })
    const labels = columns.map(({ label }) => label)
    this.row(columns, labels, true)
    for (const row of rows) {
      if (this.breakUnless(this.heightOf(columns, row))) this.row(columns, labels, true)
      this.row(columns, row, false)
    }
  }

  private row(columns: PdfTable["columns"], cells: string[], isHeader: boolean): void {
    const top = this.pdf.y
    const height = this.heightOf(columns, cells)
    this.pdf.font(isHeader ? "Helvetica-Bold" : "Helvetica").fontSize(SIZE.small)
    this.pdf.fillColor(isHeader ? GREY : INK)
    let at = MARGIN
    columns.forEach((column, n) => {
      const width = this.widthOf(columns, column.weight)
      this.pdf.text(printable(cells[n] ?? ""), at, top + PADDING, {
        width: width - 2 * PADDING,
        align: column.align ?? "left",
      })
      at += width
    })
    const bottom = top + height
    this.pdf.moveTo(MARGIN, bottom).lineTo(MARGIN + this.width, bottom)
    this.pdf.lineWidth(0.5).strokeColor(LINE).stroke()
    this.pdf.y = bottom
  }

  private heightOf(columns: PdfTable["columns"], cells: string[]): number {
    this.pdf.font("Helvetica").fontSize(SIZE.small)
    const heights = columns.map((column, n) =>
      this.pdf.heightOfString(printable(cells[n] || " "), {
        width: this.widthOf(columns, column.weight) - 2 * PADDING,
      })
    )
    return Math.max(...heights) + 2 * PADDING
  }

  private widthOf(columns: PdfTable["columns"], weight: number): number {
    return (this.width * weight) / columns.reduce((sum, column) => sum + column.weight, 0)
  }

  /** Begins a page where the height doesn't fit any more. */
  private breakUnless(height: number): boolean {
    const room = this.pdf.page.height - MARGIN - 2 * SIZE.text - this.pdf.y
    if (height <= room) return false
    this.pdf.addPage()
    return true
  }

  private numberPages(footer: string): void {
    const { start, count } = this.pdf.bufferedPageRange()
    for (let page = start; page < start + count; page++) {
      this.pdf.switchToPage(page)
      // Below the margin, where a text would otherwise begin a page of its own.
      this.pdf.page.margins.bottom = 0
      this.pdf.font("Helvetica").fontSize(SIZE.small).fillColor(GREY)
      const text = printable(`${footer} · ${page + 1}/${count}`)
      this.pdf.text(text, MARGIN, this.pdf.page.height - MARGIN + SIZE.text, {
        width: this.width,
        align: "center",
        lineBreak: false,
      })
    }
  }
}
