import type { RealMethod } from "../../types/http"

/** Those that say how the money moved, in the order that they are offered. */
export const REAL_METHODS: RealMethod[] = ["cheque", "cash", "transfer", "card_terminal"]
