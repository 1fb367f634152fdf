import { ExclamationCircle } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import { useWords } from "../../hooks/use-words"

type LoadErrorProps = { error: Error; onRetry: () => void }

export const LoadError = ({ error, onRetry }: LoadErrorProps) => {
  const t = useWords()
  return (
    <div role="alert" className="flex flex-col items-center gap-y-3 px-6 py-8 text-center">
      <ExclamationCircle className="text-ui-fg-error" />
      <div>
        <Text size="small" leading="compact" weight="plus">
          {t("common.loadFailed")}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {error.message}
        </Text>
      </div>
      <Button size="small" variant="secondary" onClick={onRetry}>
        {t("common.retry")}
      </Button>
    </div>
  )
}
