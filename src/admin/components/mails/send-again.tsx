import { Button, toast } from "@medusajs/ui"
import type { AdminClientMailResponse } from "../../../types/http"
import { useSendMailAgain } from "../../hooks/mails"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useWords } from "../../hooks/use-words"
import { Allowed } from "../common/allowed"

/** A mail that failed, written anew from what is true now. */
export const SendAgain = ({ accountId, mailId }: { accountId: string; mailId: string }) => {
  const t = useWords()
  const tell = useMailToast()
  const send = useSendMailAgain(accountId, {
    onSuccess: (answer) => tell(answer, t("mail.sentAgain")),
    onError: useFailureToast(),
  })
  return (
    <Allowed to="mail">
      <Button
        size="small"
        variant="secondary"
        isLoading={send.isPending}
        onClick={() => send.mutate(mailId)}
      >
        {t("mail.sendAgain")}
      </Button>
    </Allowed>
  )
}

/** Says whether the mail went out, or why it didn't. */
export const useMailToast = () => {
  const t = useWords()
  return ({ client_mail: { status, error } }: AdminClientMailResponse, whenSent: string) => {
    if (status === "sent") return toast.success(whenSent)
    return toast.error(t("mail.notSent"), { description: error ?? undefined, duration: 8000 })
  }
}
