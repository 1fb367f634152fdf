/** The columns of the cheques that wait, on a desk: tick, client, drawer, bank, number, amount. */
export const CHEQUE_GRID = "md:grid-cols-[1.25rem_1.2fr_1fr_1fr_8rem_6rem]"
