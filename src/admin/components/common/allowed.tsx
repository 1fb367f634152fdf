import type { ReactNode } from "react"
import type { Right } from "../../../policies/client-ledger"
import { useMay } from "../../hooks/use-may"

type AllowedProps = { to: Right; children: ReactNode }

/** What only a role with this right gets to see. */
export const Allowed = ({ to, children }: AllowedProps) => (useMay()(to) ? children : null)
