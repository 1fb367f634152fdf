/**
 * The package ships CommonJS too, but its own types only tell of the ES module, which TypeScript then refuses
 * to require.
 */
declare module "ibantools" {
  export function electronicFormatIBAN(iban?: string): string | null
  export function friendlyFormatIBAN(iban?: string): string | null
  export function isValidIBAN(iban: string): boolean
  export function isValidBIC(bic: string): boolean
}
