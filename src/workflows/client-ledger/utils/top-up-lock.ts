/** Who settles, closes or refunds a top-up does so alone. */
export const topUpLock = ({ id }: { id: string }) => ({
  key: `client-ledger:top-up:${id}`,
  timeout: 60,
  ttl: 120,
  retryInterval: 0.05,
  // As a step of another workflow too: Medusa would skip the lock there.
  executeOnSubWorkflow: true,
})
