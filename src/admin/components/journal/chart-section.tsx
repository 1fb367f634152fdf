import { PencilSquare } from "@medusajs/icons"
import { Badge, Container, Heading, Text } from "@medusajs/ui"
import { useState } from "react"
import type { AdminJournalSettings } from "../../../types/http"
import { useUseWords } from "../../hooks/use-use-words"
import { useWords } from "../../hooks/use-words"
import { ActionMenu } from "../common/action-menu"
import { Allowed } from "../common/allowed"
import { Row } from "../common/row"
import { ChartDrawer } from "./chart-drawer"

/** The market's chart of accounts: what it chose, and what is suggested elsewhere. */
export const ChartSection = ({ settings }: { settings: AdminJournalSettings }) => {
  const t = useWords()
  const nameOf = useUseWords()
  const [isEditing, setIsEditing] = useState(false)
  return (
    <Container className="divide-y p-0">
      <div className="flex items-start justify-between gap-x-4 px-6 py-4">
        <div>
          <Heading level="h2">{t("journal.chart")}</Heading>
          <Text size="small" className="text-ui-fg-subtle max-w-2xl">
            {t("journal.chartHint")}
          </Text>
        </div>
        <Allowed to="configure">
          <ActionMenu
            label={t("journal.chart")}
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
      <Row title={t("journal.siren")}>{settings.siren ?? t("journal.none")}</Row>
      {Object.entries(settings.accounts).map(([use, { number, name }]) => (
        <Row key={use} title={nameOf(use)}>
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="text-ui-fg-base font-mono">{number}</span>
            <span>{name}</span>
            {!settings.chosen.includes(use) && (
              <Badge size="2xsmall">{t("journal.suggested")}</Badge>
            )}
          </span>
        </Row>
      ))}
      {isEditing && <ChartDrawer settings={settings} onClose={() => setIsEditing(false)} />}
    </Container>
  )
}
