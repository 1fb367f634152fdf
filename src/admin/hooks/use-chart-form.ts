import { useRef, useState } from "react"
import type {
  AdminJournalAccount,
  AdminJournalSettings,
  AdminUpdateJournalSettings,
} from "../../types/http"

/** The uses that may have an account by rate of VAT or by provider. */
export const OWN_USES = ["sales", "vat", "online"] as const
type OwnUse = (typeof OWN_USES)[number]

/** An account of one rate or provider, as it is edited. */
export type OwnAccount = AdminJournalAccount & { id: number; use: OwnUse; part: string }

/** What the server accepts at the least; which digits a number begins with is its to say. */
export const isAccountNumber = (number: string): boolean => /^\d{3,12}$/.test(number.trim())

const isValid = ({ number, name }: AdminJournalAccount) =>
  isAccountNumber(number) && Boolean(name.trim())

const same = (one: AdminJournalAccount | undefined, other: AdminJournalAccount) =>
  one?.number === other.number && one.name === other.name

/** The chart as it is edited; only what changed is sent. */
export const useChartForm = (settings: AdminJournalSettings) => {
  const entries = Object.entries(settings.accounts)
  const nextId = useRef(entries.length)
  const [siren, setSiren] = useState(settings.siren ?? "")
  const [uses, setUses] = useState(() => entries.filter(([key]) => !key.includes(":")))
  const [own, setOwn] = useState<OwnAccount[]>(() =>
    entries
      .filter(([key]) => key.includes(":"))
      .map(([key, account], id) => {
        const [use, ...part] = key.split(":")
        return { ...account, id, use: use as OwnUse, part: part.join(":") }
      })
  )

  const changes = (): AdminUpdateJournalSettings => {
    const after = new Map<string, AdminJournalAccount>([
      ...uses,
      ...own.map(({ use, part, number, name }): [string, AdminJournalAccount] => [
        `${use}:${part.trim().replace(",", ".")}`,
        { number, name },
      ]),
    ])
    const changed = [...after].filter(([key, account]) => !same(settings.accounts[key], account))
    const removed = entries.filter(([key]) => !after.has(key)).map(([key]) => [key, null] as const)
    return {
      siren: siren.trim() || null,
      accounts: Object.fromEntries([...changed, ...removed]),
    }
  }

  return {
    ...{ siren, setSiren, uses, own, changes },
    isValid:
      [...uses.map(([, account]) => account), ...own].every(isValid) &&
      own.every(({ part }) => part.trim()),
    change: (use: string, account: AdminJournalAccount) =>
      setUses((rows) => rows.map(([key, stands]) => [key, key === use ? account : stands])),
    changeOwn: (row: OwnAccount) =>
      setOwn((rows) => rows.map((stands) => (stands.id === row.id ? row : stands))),
    removeOwn: (id: number) => setOwn((rows) => rows.filter((row) => row.id !== id)),
    addOwn: () =>
      setOwn((rows) => [
        ...rows,
        { id: nextId.current++, use: "vat", part: "", number: "", name: "" },
      ]),
  }
}
