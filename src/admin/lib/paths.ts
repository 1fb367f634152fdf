/** Where our pages are, for every link to them. */
export const BALANCES_PATH = "/client-accounts"
export const CLOSINGS_PATH = "/client-closings"
export const closingPath = (closingId: string) => `${CLOSINGS_PATH}/${closingId}`
export const CHEQUES_PATH = "/client-cheques"
export const chequeDepositPath = (depositId: string) => `${CHEQUES_PATH}/${depositId}`
export const importPath = (importId: string) => `/settings/client-imports/${importId}`
export const SETTINGS_PATH = "/settings/client-payments"
export const accountPath = (accountId: string) => `${BALANCES_PATH}/${accountId}`
export const orderPath = (orderId: string) => `/orders/${orderId}`
export const customerPath = (customerId: string) => `/customers/${customerId}`
