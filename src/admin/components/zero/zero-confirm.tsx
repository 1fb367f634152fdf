import { Button, Prompt, Text } from "@medusajs/ui"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import type { ZeroSum } from "../../hooks/use-zero-form"

type ZeroConfirmProps = {
  clients: number
  sums: ZeroSum[]
  onConfirm: () => void
  onClose: () => void
}

/** Says what comes in, goes out and is given up, before it is recorded. */
export const ZeroConfirm = ({ clients, sums, onConfirm, onClose }: ZeroConfirmProps) => {
  const t = useWords()
  const { money } = useFormat()
  return (
    <Prompt open onOpenChange={(open) => !open && onClose()}>
      <Prompt.Content className="max-sm:max-w-[calc(100%-32px)]">
        <Prompt.Header>
          <Prompt.Title>
            {t("zero.confirm", { clients: t("zero.count", { count: clients }) })}
          </Prompt.Title>
          <Prompt.Description asChild>
            <dl className="flex flex-col divide-y pt-2">
              {sums.map((each) => (
                <SumLine
                  key={each.kind + (each.method ?? "") + each.currency}
                  label={t(`zero.${each.kind}`, {
                    method: each.method ? t(`method.${each.method}`) : "",
                  })}
                  value={money(each.amount, each.currency)}
                />
              ))}
            </dl>
          </Prompt.Description>
        </Prompt.Header>
        <Prompt.Footer>
          <Button size="small" variant="secondary" onClick={onClose}>
            {t("zero.cancel")}
          </Button>
          <Button size="small" onClick={onConfirm}>
            {t("zero.bring")}
          </Button>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}

const SumLine = ({ label, value }: { label: string; value: string }) => (
  <div className="flex items-center justify-between gap-x-4 py-2">
    <Text as="span" size="small" className="text-ui-fg-subtle" asChild>
      <dt>{label}</dt>
    </Text>
    <dd className="txt-compact-small-plus text-ui-fg-base tabular-nums">{value}</dd>
  </div>
)
