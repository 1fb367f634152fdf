/** What a mail says, as every provider takes it. */
export type Letter = { subject: string; text: string; html: string }

/** A paragraph, or a small table of what and how much. */
export type LetterBlock = string | { rows: [label: string, value: string][] }

/** The same words as plain text and as HTML. */
export function letterOf(subject: string, blocks: LetterBlock[]): Letter {
  return {
    subject: inOneLine(subject),
    text: `${blocks.map(blockText).join("\n\n")}\n`,
    html: htmlOf(subject, blocks),
  }
}

/** The addressee's name, if there is one: "Hello Camille,". */
export const greeting = (word: string, name: string | null): string =>
  name ? `${word} ${name},` : `${word},`

/** A subject is a header: a line break in a name must not begin another. */
const inOneLine = (text: string): string => text.replace(/\s+/g, " ").trim()

const blockText = (block: LetterBlock): string =>
  typeof block === "string"
    ? block
    : block.rows.map(([label, value]) => `- ${label} – ${value}`).join("\n")

const STYLE = {
  body: "margin:0;padding:24px 16px;background:#f4f4f5",
  card: "max-width:560px;margin:0 auto;padding:24px;background:#ffffff;border-radius:8px",
  font: "font-family:-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5;color:#18181b",
  table: "width:100%;border-collapse:collapse;margin:0 0 16px",
  label: "padding:6px 0;border-bottom:1px solid #e4e4e7",
  value: "padding:6px 0;border-bottom:1px solid #e4e4e7;text-align:right;white-space:nowrap",
}

const htmlOf = (subject: string, blocks: LetterBlock[]): string =>
  [
    `<!doctype html><html><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>`,
    `<body style="${STYLE.body}"><div style="${STYLE.card};${STYLE.font}">`,
    ...blocks.map(blockHtml),
    `</div></body></html>`,
  ].join("\n")

function blockHtml(block: LetterBlock): string {
  if (typeof block === "string") {
    return `<p style="margin:0 0 16px">${escapeHtml(block).replace(/\n/g, "<br>")}</p>`
  }
  const rows = block.rows.map(
    ([label, value]) =>
      `<tr><td style="${STYLE.label}">${escapeHtml(label)}</td>` +
      `<td style="${STYLE.value}">${escapeHtml(value)}</td></tr>`
  )
  return `<table role="presentation" style="${STYLE.table}">${rows.join("")}</table>`
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter)
