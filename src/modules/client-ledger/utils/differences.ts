export type Values = Record<string, unknown>

/**
 * What differs between two records, field by field, nested ones by their path: `methods.cheque.payee`.
 * @returns the values before and after of those fields alone; null where there was none.
 */
export function differences(before: Values, after: Values): { before: Values; after: Values } {
  const [old, now] = [flat(before), flat(after)]
  const changed = [...new Set([...old.keys(), ...now.keys()])].filter(
    (path) => JSON.stringify(old.get(path) ?? null) !== JSON.stringify(now.get(path) ?? null)
  )
  const pick = (from: Map<string, unknown>) =>
    Object.fromEntries(changed.map((path) => [path, from.get(path) ?? null]))
  return { before: pick(old), after: pick(now) }
}

function flat(values: Values, prefix = ""): Map<string, unknown> {
  return new Map(
    Object.entries(values).flatMap(([key, value]): [string, unknown][] =>
      isNested(value) ? [...flat(value, `${prefix}${key}.`)] : [[`${prefix}${key}`, value]]
    )
  )
}

const isNested = (value: unknown): value is Values =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date)
