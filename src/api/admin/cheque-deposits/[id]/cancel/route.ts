import { advanceDeposit } from "../../advance-deposit"

export const POST = advanceDeposit("canceled")
