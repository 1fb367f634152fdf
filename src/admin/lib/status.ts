import type {
  AccountStatus,
  AdminClientAccount,
  AdminDepositedCheque,
  ChequeDepositStatus,
  MailStatus,
} from "../../types/http"

export type StatusColor = "red" | "orange" | "green" | "blue"

export const statusOf = ({ balance }: Pick<AdminClientAccount, "balance">): AccountStatus => {
  if (balance < 0) return "owing"
  return balance > 0 ? "in_credit" : "settled"
}

/** Red asks for action, orange waits, green is the goal, blue is the client's money. */
export const statusColor = (
  account: Pick<AdminClientAccount, "balance" | "overdue">
): StatusColor => {
  if (account.overdue > 0) return "red"
  const colors = { owing: "orange", settled: "green", in_credit: "blue" } as const
  return colors[statusOf(account)]
}

/** Of a deposit slip: orange waits for the market, blue for the bank. */
export const depositColors = {
  open: "orange",
  deposited: "blue",
  cleared: "green",
  canceled: "grey",
} as const satisfies Record<ChequeDepositStatus, string>

export const chequeColors = {
  in_slip: "orange",
  deposited: "blue",
  cleared: "green",
  bounced: "red",
  canceled: "grey",
} as const satisfies Record<AdminDepositedCheque["state"], string>

export const mailColors = {
  queued: "orange",
  sending: "orange",
  sent: "green",
  failed: "red",
  canceled: "grey",
} as const satisfies Record<MailStatus, string>
