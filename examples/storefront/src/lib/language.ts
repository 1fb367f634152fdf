const LANGUAGES = ["fr", "en"] as const
export type Language = (typeof LANGUAGES)[number]

/** The first language of the browser that this shop speaks, else English. */
export const language: Language =
  navigator.languages
    .map((preferred) => LANGUAGES.find((spoken) => preferred.toLowerCase().startsWith(spoken)))
    .find((spoken) => spoken !== undefined) ?? "en"

/** How numbers and dates are written. */
export const locale = language === "fr" ? "fr-FR" : "en-GB"
