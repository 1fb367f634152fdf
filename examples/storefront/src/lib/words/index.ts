import { language, type Language } from "../language"
import { en, type Words } from "./en"
import { fr } from "./fr"

const WORDS: Record<Language, Words> = { en, fr }

/** In the language of the browser. */
export const words = WORDS[language]
