import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"

/** The channel that a notification provider takes mails by. */
export const MAIL_CHANNEL = "email"

type NotificationOptions = {
  providers?: { options?: { channels?: string[] } }[]
  /** Of Medusa's own hosting, which sends mails where nothing else does. */
  cloud?: { api_key?: string; endpoint?: string }
}

/** Whether the shop's Medusa can send mails: one of its notification providers has the channel "email". */
export function hasMailProvider(container: MedusaContainer): boolean {
  const { modules } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  const declared = modules?.[Modules.NOTIFICATION]
  if (typeof declared !== "object") return false
  const { providers = [], cloud } = (declared.options ?? {}) as NotificationOptions
  if (cloud?.api_key && cloud.endpoint) return true
  return providers.some(({ options }) => options?.channels?.includes(MAIL_CHANNEL))
}

/** @throws INVALID_DATA saying what to do. */
export function requireMailProvider(container: MedusaContainer): void {
  if (hasMailProvider(container)) return
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    'No e-mail provider: register a notification provider with the channel "email" in medusa-config.ts, then restart Medusa'
  )
}
