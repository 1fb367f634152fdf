import { PencilSquare } from "@medusajs/icons"
import { Container, Heading, Text } from "@medusajs/ui"
import { useState } from "react"
import { useDebtPolicy } from "../../hooks/debt-policy"
import { useDebtWords } from "../../hooks/use-debt-words"
import { useStoreCurrencies } from "../../hooks/use-store-currencies"
import { useWords } from "../../hooks/use-words"
import { ActionMenu } from "../common/action-menu"
import { Allowed } from "../common/allowed"
import { DebtDrawer } from "../debt/debt-drawer"

export const DebtSection = () => {
  const t = useWords()
  const words = useDebtWords()
  const { data } = useDebtPolicy()
  const { data: currencies } = useStoreCurrencies(true)
  const [isEditing, setIsEditing] = useState(false)
  const currency = currencies?.[0] ?? "eur"
  return (
    <Container className="flex items-start justify-between gap-x-4 px-6 py-4">
      <div>
        <Heading level="h2">{t("debt.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("debt.hint")}
        </Text>
        {data && (
          <Text size="small" weight="plus" className="mt-2">
            {words(data.debt_policy, currency)}
          </Text>
        )}
      </div>
      <Allowed to="configure">
        <ActionMenu
          groups={[
            [
              {
                icon: <PencilSquare />,
                label: t("actions.edit"),
                disabled: !data,
                onClick: () => setIsEditing(true),
              },
            ],
          ]}
        />
      </Allowed>
      {isEditing && data && (
        <DebtDrawer
          policy={data.debt_policy}
          currency={currency}
          onClose={() => setIsEditing(false)}
        />
      )}
    </Container>
  )
}
