import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/**
 * Does what an event asks for. What fails is told with what mends it, and thrown again: Medusa's bus may retry.
 * @param rescue what does it all the same, should the bus not.
 */
export async function handleEvent(
  container: MedusaContainer,
  event: { name: string; data: unknown },
  rescue: string,
  work: () => Promise<unknown>
): Promise<void> {
  try {
    await work()
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(
        `Client ledger: ${event.name} ${JSON.stringify(event.data)} was not handled; ${rescue}`,
        error as Error
      )
    throw error
  }
}
