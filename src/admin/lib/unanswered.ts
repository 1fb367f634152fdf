const ATTEMPTS = 4

/** The request may have gone through all the same: the connection broke, or the server in front of ours did. */
export const isUnanswered = (error: Error): boolean =>
  !("status" in error) || typeof error.status !== "number" || error.status >= 500

/** A request that bears a key is sent again by itself while nobody answers: 1, 2, 4, 8 seconds apart. */
export const UNTIL_ANSWERED = {
  retry: (failures: number, error: Error) => failures < ATTEMPTS && isUnanswered(error),
  retryDelay: (failures: number) => 1000 * 2 ** failures,
}
