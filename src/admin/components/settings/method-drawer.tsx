import { Heading, Input, Textarea } from "@medusajs/ui"
import { useState } from "react"
import type { MethodSettings, OnSiteMethod } from "../../../types/http"
import { useUpdateLedgerSettings } from "../../hooks/settings"
import { useSaving } from "../../hooks/use-saving"
import { useWords, type WordKey } from "../../hooks/use-words"
import { Field } from "../common/field"
import { FormDrawer } from "../common/form-drawer"

type Detail = "payee" | "account_holder" | "iban" | "bic" | "reference"

const DETAILS: Record<OnSiteMethod, Detail[]> = {
  cheque: ["payee"],
  cash: [],
  transfer: ["account_holder", "iban", "bic", "reference"],
  card_terminal: [],
  on_site: [],
}
const DETAIL_LABEL: Record<Detail, WordKey> = {
  payee: "settings.methods.payee",
  account_holder: "settings.methods.accountHolder",
  iban: "settings.methods.iban",
  bic: "settings.methods.bic",
  reference: "settings.methods.transferReference",
}
const LANGUAGES = [
  ["fr", "settings.methods.french"],
  ["en", "settings.methods.english"],
] as const

type MethodDrawerProps = { method: OnSiteMethod; settings: MethodSettings; onClose: () => void }

/** What the client reads about a method, in both languages, and where the money goes. */
export const MethodDrawer = ({ method, settings, onClose }: MethodDrawerProps) => {
  const t = useWords()
  const [texts, setTexts] = useState(settings.texts)
  const [details, setDetails] = useState<Partial<Record<Detail, string>>>(() =>
    Object.fromEntries(DETAILS[method].map((detail) => [detail, settings[detail] ?? ""]))
  )
  const update = useUpdateLedgerSettings(useSaving(onClose))
  const changeText = (language: "fr" | "en", change: Partial<MethodSettings["texts"]["fr"]>) =>
    setTexts((current) => ({ ...current, [language]: { ...current[language], ...change } }))

  return (
    <FormDrawer
      title={t("settings.methods.editTitle", { method: t(`method.${method}`) })}
      submitLabel={t("actions.save")}
      isPending={update.isPending}
      onSubmit={() => update.mutate({ methods: { [method]: { texts, ...details } } })}
      onClose={onClose}
    >
      {DETAILS[method].map((detail) => (
        <Field
          key={detail}
          label={t(DETAIL_LABEL[detail])}
          optional
          hint={detail === "reference" ? t("settings.methods.transferReferenceHint") : undefined}
        >
          {(control) => (
            <Input
              {...control}
              value={details[detail] ?? ""}
              autoComplete="off"
              onChange={(event) => setDetails({ ...details, [detail]: event.target.value })}
            />
          )}
        </Field>
      ))}
      {LANGUAGES.map(([language, heading]) => (
        <section key={language} className="flex flex-col gap-y-4">
          <Heading level="h3">{t(heading)}</Heading>
          <Field label={t("settings.methods.name")}>
            {(control) => (
              <Input
                {...control}
                value={texts[language].title}
                onChange={(event) => changeText(language, { title: event.target.value })}
              />
            )}
          </Field>
          <Field
            label={t("settings.methods.instructions")}
            optional
            hint={t("settings.methods.instructionsHint")}
          >
            {(control) => (
              <Textarea
                {...control}
                rows={3}
                value={texts[language].instructions}
                onChange={(event) => changeText(language, { instructions: event.target.value })}
              />
            )}
          </Field>
        </section>
      ))}
    </FormDrawer>
  )
}
