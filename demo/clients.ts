import type { OnSiteMethod } from "../src/modules/client-ledger/types"

export type Client = {
  first_name: string
  last_name: string
  email: string
  city: string
  /** How a regular pays; who has none lives a tale of his own. */
  habit?: OnSiteMethod
  /** The market days that a regular came to, counted back from the last one; -1 is the one to come. */
  comes?: number[]
}

const EVERY_WEEK = [4, 3, 2, 1, 0, -1]
const EVERY_OTHER_WEEK = [4, 2, 0]
const THE_OTHER_WEEKS = [3, 1, -1]

function client(
  first_name: string,
  last_name: string,
  city: string,
  regular: Pick<Client, "habit" | "comes"> = {}
): Client {
  const name = `${first_name}.${last_name}`.toLowerCase().normalize("NFD")
  const email = `${name.replace(/[^a-z.-]/g, "")}@example.com`
  return { first_name, last_name, city, email, ...regular }
}

export const regulars: Client[] = [
  client("Nathalie", "Roques", "Castanet-Tolosan", { habit: "card_terminal", comes: EVERY_WEEK }),
  client("Jean-Pierre", "Cazals", "Ramonville", { habit: "cash", comes: EVERY_WEEK }),
  client("Monique", "Lafforgue", "Toulouse", { habit: "cheque", comes: EVERY_OTHER_WEEK }),
  client("Karim", "Benhaddou", "Labège", { habit: "transfer", comes: EVERY_OTHER_WEEK }),
  client("Élodie", "Vidal", "Ramonville", { habit: "on_site", comes: EVERY_OTHER_WEEK }),
  client("Thomas", "Garrigues", "Toulouse", { habit: "card_terminal", comes: THE_OTHER_WEEKS }),
  client("Françoise", "Pujol", "Escalquens", { habit: "cheque", comes: THE_OTHER_WEEKS }),
  client("Mamadou", "Diallo", "Toulouse", { habit: "cash", comes: EVERY_OTHER_WEEK }),
  client("Anne-Sophie", "Lacombe", "Auzeville", { habit: "transfer", comes: THE_OTHER_WEEKS }),
  client("Patrick", "Soulié", "Montgiscard", { habit: "cash", comes: [3, 0] }),
  client("Leïla", "Amrani", "Toulouse", { habit: "card_terminal", comes: [4, 1, -1] }),
  client("Olivier", "Delmas", "Baziège", { habit: "cheque", comes: [3] }),
  client("Chantal", "Bousquet", "Castanet-Tolosan", { habit: "cheque", comes: [4, 1] }),
  client("Hugo", "Ferrand", "Toulouse", { habit: "on_site", comes: [3, 0, -1] }),
  client("Mireille", "Estrade", "Villefranche", { habit: "cash", comes: [2] }),
  client("Quentin", "Marty", "Ramonville", { habit: "card_terminal", comes: [2, 0] }),
  client("Ana", "Ferreira", "Labège", { habit: "transfer", comes: [4, 0] }),
  client("Gérard", "Castaing", "Donneville", { habit: "cash", comes: [3, 1] }),
  client("Lucie", "Bernadet", "Toulouse", { habit: "on_site", comes: [1, -1] }),
  client("Pierre-Yves", "Le Goff", "Auzeville", { habit: "transfer", comes: [3] }),
  client("Sandrine", "Alibert", "Escalquens", { habit: "cheque", comes: [0] }),
  client("Nguyen", "Thi Mai", "Toulouse", { habit: "cash", comes: [2] }),
  client("Julien", "Rey", "Montgiscard", { habit: "card_terminal", comes: [1] }),
  client("Odile", "Fabre", "Toulouse", { habit: "cheque", comes: [4] }),
  client("Romain", "Costes", "Ramonville", { habit: "on_site", comes: [-1] }),
  client("Inès", "Gimenez", "Castanet-Tolosan", { habit: "transfer", comes: [-1] }),
]

/** Each of these has a tale of his own, in tales.ts. */
export const characters = {
  camille: { ...client("Camille", "Dupré", "Ramonville"), email: "client@example.com" },
  sylvie: client("Sylvie", "Marchand", "Toulouse"),
  bernard: client("Bernard", "Ducasse", "Baziège"),
  claire: client("Claire", "Fontan", "Labège"),
  yves: client("Yves", "Montagné", "Castanet-Tolosan"),
  fatima: client("Fatima", "El Idrissi", "Toulouse"),
  christophe: client("Christophe", "Serres", "Auzeville"),
  marguerite: client("Marguerite", "Bonnefoy", "Villefranche"),
  arnaud: client("Arnaud", "Teulières", "Toulouse"),
  helene: client("Hélène", "Carrière", "Escalquens"),
  didier: client("Didier", "Pagès", "Montgiscard"),
  rosa: client("Rosa", "Martínez", "Toulouse"),
  simone: client("Simone", "Vergnes", "Donneville"),
  mathieu: client("Mathieu", "Lagarde", "Ramonville"),
} satisfies Record<string, Client>

export type CharacterName = keyof typeof characters
