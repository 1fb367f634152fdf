import { RegionWorkflowEvents } from "@medusajs/framework/utils"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import {
  acquireLockStep,
  createRemoteLinkStep,
  dismissRemoteLinkStep,
  emitEventStep,
  releaseLockStep,
} from "@medusajs/medusa/core-flows"
import type { SettingsPatch } from "../../../modules/client-ledger/sql/settings"
import type { MethodPatch } from "../../../modules/client-ledger/utils/method-settings"
import { ON_SITE_METHODS, type OnSiteMethod } from "../../../modules/client-ledger/types"
import { changeLedgerSettingsStep } from "../steps/change-ledger-settings"
import { planMethodLinksStep } from "../steps/plan-method-links"
import type { MethodSwitches } from "../utils/method-offers"

export type UpdateLedgerSettingsInput = Omit<SettingsPatch, "methods"> & {
  methods?: Partial<Record<OnSiteMethod, MethodPatch & { enabled?: boolean }>>
  actor_id?: string | null
}

export const updateLedgerSettingsWorkflowId = "update-client-ledger-settings"

/**
 * Changes the ledger's settings. A method that is switched on or off is linked to Medusa's regions, or unlinked,
 * in the same run: a failure changes neither. Only the method's own links are touched, so that what somebody
 * else changes on a region meanwhile is kept.
 */
export const updateLedgerSettingsWorkflow = createWorkflow(
  updateLedgerSettingsWorkflowId,
  function (input: UpdateLedgerSettingsInput) {
    const lock = { key: "client-ledger:settings", timeout: 20, ttl: 60 }
    acquireLockStep(lock)
    const asked = transform({ input }, ({ input }) => splitSwitches(input))
    const links = planMethodLinksStep(asked.switches)
    changeLedgerSettingsStep({
      patch: asked.patch,
      actor_id: asked.actor_id,
      switched: links.switched,
    })
    dismissRemoteLinkStep(links.dismiss)
    createRemoteLinkStep(links.create)
    emitEventStep({ eventName: RegionWorkflowEvents.UPDATED, data: links.regions })
    releaseLockStep({ key: lock.key })
    return new WorkflowResponse(undefined)
  }
)

/** A switch is Medusa's link, not a setting of ours. */
function splitSwitches({ actor_id = null, methods = {}, ...settings }: UpdateLedgerSettingsInput) {
  const patch: SettingsPatch = { ...settings, methods: {} }
  const switches: MethodSwitches = {}
  for (const method of ON_SITE_METHODS) {
    const { enabled, ...content } = methods[method] ?? {}
    if (enabled !== undefined) switches[method] = enabled
    if (Object.keys(content).length) patch.methods = { ...patch.methods, [method]: content }
  }
  return { patch, switches, actor_id }
}
