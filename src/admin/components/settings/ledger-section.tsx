import { PencilSquare } from "@medusajs/icons"
import { Container, Heading, StatusBadge, Switch, Text, toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import type { AdminClientLedgerSettings } from "../../../types/http"
import { useUpdateLedgerSettings } from "../../hooks/settings"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useFormat } from "../../hooks/use-format"
import { useMay } from "../../hooks/use-may"
import { useWords } from "../../hooks/use-words"
import { ActionMenu } from "../common/action-menu"
import { Allowed } from "../common/allowed"
import { Row } from "../common/row"
import { LedgerDrawer } from "./ledger-drawer"

type LedgerSectionProps = { settings: AdminClientLedgerSettings }

export const LedgerSection = ({ settings }: LedgerSectionProps) => {
  const t = useWords()
  const { date, dateTime, money, number } = useFormat()
  const prompt = usePrompt()
  const [drawer, setDrawer] = useState<"edit" | "switch-on" | null>(null)
  const may = useMay()
  const update = useUpdateLedgerSettings({
    onSuccess: () => toast.success(t("settings.saved")),
    onError: useFailureToast(),
  })

  const toggle = async (on: boolean) => {
    if (on) return setDrawer("switch-on")
    const confirmed = await prompt({
      title: t("settings.ledger.offTitle"),
      description: t("settings.ledger.offText"),
      confirmText: t("settings.ledger.switchOff"),
      cancelText: t("actions.cancel"),
    })
    if (confirmed) update.mutate({ enabled: false })
  }

  return (
    <Container className="divide-y p-0">
      <div className="flex items-start justify-between gap-x-4 px-6 py-4">
        <div>
          <Heading>{t("settings.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("settings.hint")}
          </Text>
        </div>
        <Allowed to="configure">
          <ActionMenu
            groups={[
              [
                {
                  icon: <PencilSquare />,
                  label: t("actions.edit"),
                  onClick: () => setDrawer("edit"),
                },
              ],
            ]}
          />
        </Allowed>
      </div>
      <Row title={t("settings.ledger.title")}>
        <div className="flex items-center gap-x-3">
          <Switch
            aria-label={t("settings.ledger.title")}
            checked={settings.enabled}
            disabled={update.isPending || !may("configure")}
            onCheckedChange={(on) => void toggle(on)}
          />
          <StatusBadge color={settings.enabled ? "green" : "grey"}>
            {t(settings.enabled ? "settings.on" : "settings.off")}
          </StatusBadge>
        </div>
      </Row>
      <Row title={t("settings.ledger.startsAt")}>{date(settings.ledger_starts_at)}</Row>
      <Row title={t("settings.ledger.dueDays")}>
        {settings.due_days === 0
          ? t("settings.ledger.dueDaysNow")
          : t("settings.ledger.dueDaysValue", { count: settings.due_days })}
      </Row>
      <Row title={t("closing.cashLimit")}>
        {settings.cash_limit === null
          ? t("closing.cashLimitNone")
          : money(settings.cash_limit, "eur")}
      </Row>
      <Row title={t("settings.ledger.confirmAbove")}>
        {settings.confirm_above === null
          ? t("settings.ledger.confirmAboveNone")
          : number(settings.confirm_above)}
      </Row>
      <Row title={t("topUp.max")}>
        {settings.top_up_max === null ? t("topUp.maxNone") : number(settings.top_up_max)}
      </Row>
      <Row title={t("settings.ledger.reconciledAt")}>
        {settings.reconciled_at ? dateTime(settings.reconciled_at) : t("settings.ledger.never")}
      </Row>
      {drawer && (
        <LedgerDrawer
          settings={settings}
          switchesOn={drawer === "switch-on"}
          onClose={() => setDrawer(null)}
        />
      )}
    </Container>
  )
}
