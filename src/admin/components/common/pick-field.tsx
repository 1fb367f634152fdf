import { Button, Input, Text } from "@medusajs/ui"
import { useWords } from "../../hooks/use-words"
import { Field, type ControlProps } from "./field"

export type Pickable = { id: string; name: string; detail: string | null; aside?: string }

type PickFieldProps = {
  label: string
  q: string
  onSearch: (q: string) => void
  found: Pickable[]
  /** Said when nothing was found. */
  nothing: string
  picked: Pickable | null
  onPick: (id: string | null) => void
  error?: string
}

/** Somebody, found by a few letters: a list as large as a thumb, then who was picked. */
export const PickField = ({ label, picked, error, ...search }: PickFieldProps) => {
  const t = useWords()
  return (
    <Field label={label} error={error}>
      {(control) =>
        picked ? (
          <div className="shadow-borders-base bg-ui-bg-highlight flex items-center gap-x-3 rounded-lg px-3 py-2">
            <PickableText {...picked} />
            <Button
              id={control.id}
              type="button"
              size="small"
              variant="transparent"
              onClick={() => search.onPick(null)}
            >
              {t("move.change")}
            </Button>
          </div>
        ) : (
          <Search control={control} {...search} />
        )
      }
    </Field>
  )
}

type SearchProps = Omit<PickFieldProps, "label" | "picked" | "error"> & { control: ControlProps }

const Search = ({ control, q, onSearch, found, nothing, onPick }: SearchProps) => {
  const t = useWords()
  return (
    <>
      <Input
        {...control}
        type="search"
        autoComplete="off"
        placeholder={t("move.search")}
        value={q}
        onChange={(event) => onSearch(event.target.value)}
        // Enter looks for somebody, and doesn't send the form.
        onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
      />
      <ul className="shadow-borders-base divide-y overflow-hidden rounded-lg">
        {found.map((each) => (
          <li key={each.id}>
            <button
              type="button"
              className="hover:bg-ui-bg-base-hover focus-visible:bg-ui-bg-base-hover transition-fg flex min-h-12 w-full items-center gap-x-3 px-3 py-2 text-left outline-none"
              onClick={() => onPick(each.id)}
            >
              <PickableText {...each} />
            </button>
          </li>
        ))}
        {!found.length && (
          <li className="txt-small text-ui-fg-muted px-3 py-3" role="status">
            {nothing}
          </li>
        )}
      </ul>
    </>
  )
}

const PickableText = ({ name, detail, aside }: Pickable) => (
  <>
    <span className="min-w-0 flex-1">
      <Text as="span" size="small" leading="compact" weight="plus" className="block truncate">
        {name}
      </Text>
      {detail && (
        <Text
          as="span"
          size="xsmall"
          leading="compact"
          className="text-ui-fg-subtle block truncate pt-0.5"
        >
          {detail}
        </Text>
      )}
    </span>
    {aside && (
      <Text as="span" size="small" leading="compact" className="text-ui-fg-subtle shrink-0">
        {aside}
      </Text>
    )}
  </>
)
