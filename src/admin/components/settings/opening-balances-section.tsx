import { ArrowUpTray } from "@medusajs/icons"
import { Button, Container, Heading, Text } from "@medusajs/ui"
import { useState } from "react"
import { useWords } from "../../hooks/use-words"
import { Allowed } from "../common/allowed"
import { OpeningBalancesModal } from "./opening-balances-modal"

export const OpeningBalancesSection = () => {
  const t = useWords()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Container className="flex flex-col justify-between gap-3 px-6 py-4 md:flex-row md:items-center">
      <div>
        <Heading level="h2">{t("settings.opening.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("settings.opening.hint")}
        </Text>
      </div>
      <Allowed to="import">
        <Button
          size="small"
          variant="secondary"
          className="shrink-0"
          onClick={() => setIsOpen(true)}
        >
          <ArrowUpTray />
          {t("settings.opening.import")}
        </Button>
      </Allowed>
      {isOpen && <OpeningBalancesModal onClose={() => setIsOpen(false)} />}
    </Container>
  )
}
