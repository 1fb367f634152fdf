/** Seconds, for people: "8 s", "1 min 12 s". */
export function duration(milliseconds) {
  const seconds = Math.round(milliseconds / 1000)
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

/** Shows a line per stage with the seconds that it has taken, ticking where the output is a terminal. */
export async function stage(title, work) {
  const started = Date.now()
  const elapsed = () => duration(Date.now() - started)
  const isTerminal = process.stdout.isTTY
  const ticking = isTerminal
    ? setInterval(() => process.stdout.write(`\r  … ${title}  ${elapsed()} `), 1000)
    : undefined
  process.stdout.write(isTerminal ? `  … ${title}` : `  … ${title}\n`)
  const end = (mark) => {
    clearInterval(ticking)
    process.stdout.write(`${isTerminal ? "\r" : ""}  ${mark} ${title}  ${elapsed()} \n`)
  }
  try {
    const result = await work()
    end("✓")
    return result
  } catch (error) {
    end("✗")
    throw error
  }
}

/** Rows of text as columns; `right` names the columns that hold numbers. */
export function table(headings, rows, right = []) {
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column].length))
  )
  const line = (row) =>
    row
      .map((cell, i) => (right.includes(i) ? cell.padStart(widths[i]) : cell.padEnd(widths[i])))
      .join("   ")
      .trimEnd()
  return [line(headings), line(widths.map((width) => "─".repeat(width))), ...rows.map(line)].join(
    "\n"
  )
}
