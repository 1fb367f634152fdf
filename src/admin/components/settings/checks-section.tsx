import { Button, Container, Heading, Text, toast } from "@medusajs/ui"
import { useReconcile, useVerify } from "../../hooks/settings"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useWords } from "../../hooks/use-words"
import { Allowed } from "../common/allowed"
import { Findings } from "./findings"

export const ChecksSection = () => {
  const t = useWords()
  const onError = useFailureToast()
  const verify = useVerify({ onError })
  const reconcile = useReconcile({
    onSuccess: ({ reconcile: result }) =>
      toast.success(t("settings.check.reconciled"), {
        description: t("settings.check.reconciledText", {
          orders: result.orders_checked,
          changed: result.orders_changed,
          entries: result.entries_posted,
        }),
      }),
    onError,
  })
  const found = verify.data?.verify
  const failures = reconcile.data?.reconcile.failures ?? []
  return (
    <Container className="divide-y p-0" data-testid="checks">
      <div className="flex flex-col justify-between gap-3 px-6 py-4 md:flex-row md:items-center">
        <div>
          <Heading level="h2">{t("settings.check.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("settings.check.hint")}
          </Text>
        </div>
        <div className="flex shrink-0 items-center gap-x-2">
          <Allowed to="configure">
            <Button
              size="small"
              variant="secondary"
              isLoading={reconcile.isPending}
              onClick={() => reconcile.mutate()}
            >
              {t("settings.check.reconcile")}
            </Button>
          </Allowed>
          <Button
            size="small"
            variant="secondary"
            isLoading={verify.isPending}
            onClick={() => verify.mutate()}
          >
            {t("settings.check.verify")}
          </Button>
        </div>
      </div>
      {failures.length > 0 && (
        <Findings
          variant="error"
          title={t("settings.check.failures", { count: failures.length })}
          findings={failures.map(({ order_id, top_up_id, message }) => ({
            id: order_id ?? top_up_id ?? "",
            message,
          }))}
        />
      )}
      {found && (
        <>
          {found.ok && found.problems.length === 0 && (
            <Findings
              variant="success"
              title={t("settings.check.fine")}
              detail={t("settings.check.checked", {
                accounts: found.accounts_checked,
                entries: found.entries_checked,
                orders: found.orders_checked,
              })}
            />
          )}
          {found.problems.length > 0 && (
            <Findings
              variant="error"
              title={t("settings.check.problems", { count: found.problems.length })}
              findings={found.problems}
            />
          )}
          {found.to_review.length > 0 && (
            <Findings
              variant="warning"
              title={t("settings.check.toReview", { count: found.to_review.length })}
              findings={found.to_review}
            />
          )}
        </>
      )}
    </Container>
  )
}
