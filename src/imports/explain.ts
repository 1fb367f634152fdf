import type { ImportReason } from "../modules/client-ledger/utils/client-import"

/**
 * Which known sums make up a difference: the fewest that add up to it.
 * @param gap what the tool shows beyond what will stand here.
 * @param candidates what each reason would add to what stands here, if the tool counted it.
 * @param round to the currency's digits.
 * @returns null when no sum of them is the gap.
 */
export function explain(
  gap: bigint,
  candidates: [ImportReason, bigint][],
  round: (amount: bigint) => bigint
): Set<ImportReason> | null {
  const subsets = Array.from({ length: 2 ** candidates.length }, (_, bits) =>
    candidates.filter((_, index) => bits & (1 << index))
  )
  const fitting = subsets
    .sort((a, b) => a.length - b.length)
    .find((subset) => round(subset.reduce((sum, [, amount]) => sum + amount, 0n)) === gap)
  return fitting ? new Set(fitting.map(([reason]) => reason)) : null
}
