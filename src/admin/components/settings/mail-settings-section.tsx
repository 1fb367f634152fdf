import { PencilSquare } from "@medusajs/icons"
import { Container, Heading, StatusBadge, Switch, Text, toast } from "@medusajs/ui"
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
import { NoProviderTip } from "../mails/no-provider-tip"
import { MailSettingsDrawer } from "./mail-settings-drawer"

/** Which mails clients get. */
export const MailSettingsSection = ({ settings }: { settings: AdminClientLedgerSettings }) => {
  const t = useWords()
  const { number } = useFormat()
  const [isEditing, setIsEditing] = useState(false)
  const { reminder_min_days, reminder_floor, reminder_pause_days } = settings
  return (
    <Container className="divide-y p-0">
      <div className="flex items-start justify-between gap-x-4 px-6 py-4">
        <div>
          <Heading level="h2">{t("mail.settings.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("mail.settings.hint")}
          </Text>
        </div>
        <Allowed to="configure">
          <ActionMenu
            label={t("mail.settings.title")}
            groups={[
              [
                {
                  icon: <PencilSquare />,
                  label: t("actions.edit"),
                  onClick: () => setIsEditing(true),
                },
              ],
            ]}
          />
        </Allowed>
      </div>
      {!settings.can_send_mails && (
        <div className="px-6 py-4">
          <NoProviderTip />
        </div>
      )}
      <ReceiptsRow settings={settings} />
      <Row title={t("mail.settings.reminders")}>
        {t("mail.settings.remindersValue", {
          days: t("mail.settings.days", { count: reminder_min_days }),
          floor: number(reminder_floor),
          pause: t("mail.settings.days", { count: reminder_pause_days }),
        })}
      </Row>
      <Row title={t("mail.settings.language")}>{t(`mail.settings.${settings.mail_language}`)}</Row>
      {isEditing && <MailSettingsDrawer settings={settings} onClose={() => setIsEditing(false)} />}
    </Container>
  )
}

const ReceiptsRow = ({ settings }: { settings: AdminClientLedgerSettings }) => {
  const t = useWords()
  const may = useMay()
  const update = useUpdateLedgerSettings({
    onSuccess: (_, { receipt_mails }) =>
      toast.success(t(receipt_mails ? "mail.settings.receiptsOn" : "mail.settings.receiptsOff")),
    onError: useFailureToast(),
  })
  return (
    <Row title={t("mail.settings.receipts")}>
      <div className="flex items-center gap-x-3">
        <Switch
          aria-label={t("mail.settings.receipts")}
          checked={settings.receipt_mails}
          disabled={
            update.isPending ||
            !may("configure") ||
            (!settings.receipt_mails && !settings.can_send_mails)
          }
          onCheckedChange={(receipt_mails) => update.mutate({ receipt_mails })}
        />
        <StatusBadge color={settings.receipt_mails ? "green" : "grey"}>
          {t(settings.receipt_mails ? "settings.on" : "settings.off")}
        </StatusBadge>
      </div>
    </Row>
  )
}
