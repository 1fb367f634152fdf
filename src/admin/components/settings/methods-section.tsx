import { PencilSquare } from "@medusajs/icons"
import { Container, Heading, IconButton, Switch, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import type { AdminClientLedgerSettings, OnSiteMethod } from "../../../types/http"
import { useUpdateLedgerSettings } from "../../hooks/settings"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useFormat } from "../../hooks/use-format"
import { useMay } from "../../hooks/use-may"
import { useWords } from "../../hooks/use-words"
import { Allowed } from "../common/allowed"
import { MethodIcon } from "../common/method-icon"
import { MethodDrawer } from "./method-drawer"

const METHODS: OnSiteMethod[] = ["cheque", "cash", "transfer", "card_terminal", "on_site"]

type MethodsSectionProps = { settings: AdminClientLedgerSettings }

/** The menu of payment methods: what is on is offered by any storefront that lists Medusa's providers. */
export const MethodsSection = ({ settings }: MethodsSectionProps) => {
  const t = useWords()
  const [edited, setEdited] = useState<OnSiteMethod | null>(null)
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("settings.methods.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("settings.methods.hint")}
        </Text>
      </div>
      {METHODS.map((method) => (
        <MethodRow
          key={method}
          method={method}
          settings={settings}
          onEdit={() => setEdited(method)}
        />
      ))}
      {edited && (
        <MethodDrawer
          method={edited}
          settings={settings.methods[edited]}
          onClose={() => setEdited(null)}
        />
      )}
    </Container>
  )
}

type MethodRowProps = MethodsSectionProps & { method: OnSiteMethod; onEdit: () => void }

const MethodRow = ({ method, settings, onEdit }: MethodRowProps) => {
  const t = useWords()
  const { language } = useFormat()
  const name = t(`method.${method}`)
  const { enabled, provider_id, regions, texts } = settings.methods[method]
  const { title } = texts[language]
  const may = useMay()
  const update = useUpdateLedgerSettings({
    onSuccess: (_, { methods }) =>
      toast.success(
        t(
          methods?.[method]?.enabled
            ? "settings.methods.switchedOn"
            : "settings.methods.switchedOff",
          { method: name }
        )
      ),
    onError: useFailureToast(),
  })
  const offer = () => {
    if (provider_id === null) return t("settings.methods.notConfigured")
    if (settings.regions === 0) return t("settings.methods.noRegion")
    if (regions === 0) return t("settings.methods.notOffered")
    if (regions === settings.regions) return t("settings.methods.offered")
    return t("settings.methods.regions", { count: regions, total: settings.regions })
  }
  return (
    <div className="flex items-center gap-x-4 px-6 py-3" data-testid={`method-${method}`}>
      <span className="text-ui-fg-subtle">
        <MethodIcon method={method} />
      </span>
      <div className="min-w-0 flex-1">
        <Text size="small" leading="compact" weight="plus">
          {name}
        </Text>
        <Text size="xsmall" leading="compact" className="text-ui-fg-subtle mt-0.5">
          {title && title !== name ? `“${title}” · ${offer()}` : offer()}
        </Text>
      </div>
      <Switch
        aria-label={name}
        checked={enabled}
        disabled={
          update.isPending || provider_id === null || settings.regions === 0 || !may("configure")
        }
        onCheckedChange={(on) => update.mutate({ methods: { [method]: { enabled: on } } })}
      />
      <Allowed to="configure">
        <IconButton
          size="small"
          variant="transparent"
          aria-label={t("settings.methods.editTitle", { method: name })}
          onClick={onEdit}
        >
          <PencilSquare />
        </IconButton>
      </Allowed>
    </div>
  )
}
