import type { MedusaContainer } from "@medusajs/framework/types"
import type { OnSiteMethod } from "../../../../modules/client-ledger/types"
import { contentOf } from "../../../../modules/client-ledger/utils/method-settings"
import { toNumber } from "../../../../modules/client-ledger/utils/money"
import type { AdminClientLedgerSettings } from "../../../../types/http"
import { offerOf, readPaymentOffers } from "../../../../workflows/client-ledger/utils/method-offers"
import { hasMailProvider } from "../../../../workflows/client-ledger/utils/mail-provider"
import { ledgerOf } from "../../../utils/ledger"
import { toIso } from "../../../utils/serializers"

/** The settings, with each method as storefronts really see it: by Medusa's own region-provider links. */
export async function readSettings(scope: MedusaContainer): Promise<AdminClientLedgerSettings> {
  const settings = await ledgerOf(scope).retrieveSettings()
  const offers = await readPaymentOffers(scope)
  const methodOf = (method: OnSiteMethod) => {
    const { provider_id, regions } = offerOf(offers, method)
    return {
      ...contentOf(method, settings.methods[method]),
      enabled: regions.length > 0,
      provider_id,
      regions: regions.length,
    }
  }
  return {
    enabled: settings.enabled,
    ledger_starts_at: toIso(settings.ledger_starts_at),
    due_days: settings.due_days,
    cash_limit: settings.cash_limit === null ? null : toNumber(settings.cash_limit),
    confirm_above: settings.confirm_above === null ? null : toNumber(settings.confirm_above),
    top_up_max: settings.top_up_max === null ? null : toNumber(settings.top_up_max),
    receipt_mails: settings.receipt_mails_since !== null,
    mail_language: settings.mail_language,
    reminder_min_days: settings.reminder_min_days,
    reminder_floor: toNumber(settings.reminder_floor),
    reminder_pause_days: settings.reminder_pause_days,
    can_send_mails: hasMailProvider(scope),
    methods: {
      cheque: methodOf("cheque"),
      cash: methodOf("cash"),
      transfer: methodOf("transfer"),
      card_terminal: methodOf("card_terminal"),
      on_site: methodOf("on_site"),
    },
    regions: offers.regions.length,
    reconciled_at: settings.reconciled_at && toIso(settings.reconciled_at),
  }
}
