import { FetchError } from "@medusajs/js-sdk"

export const statusOf = (error: unknown): number | undefined =>
  error instanceof FetchError ? error.status : undefined

/** What an API that this shop's server may not have answers, or null where it hasn't. */
export async function ifThere<Answer>(call: Promise<Answer>): Promise<Answer | null> {
  try {
    return await call
  } catch (error) {
    if (statusOf(error) === 404) return null
    throw error
  }
}
