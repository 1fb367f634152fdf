import { Button, Input, Select } from "@medusajs/ui"
import { usePickupPlaces } from "../../hooks/counter"
import type { CounterState } from "../../hooks/use-counter-state"
import { useWords, type WordKey } from "../../hooks/use-words"
import { Field } from "../common/field"

const ALL = "all"

/** By day, and by where the basket is picked up; what the shop has one of isn't asked. */
export const CounterFilters = ({ state }: { state: CounterState }) => {
  const t = useWords()
  const { data } = usePickupPlaces()
  return (
    <div className="flex flex-col gap-y-3">
      <div className="grid grid-cols-2 items-end gap-3 md:grid-cols-4">
        <DayFilter state={state} name="ordered_on" label="counter.orderedOn" />
        <DayFilter state={state} name="due_on" label="counter.dueOn" />
        <PlaceFilter
          state={state}
          name="shipping_option_id"
          label="counter.pickupOption"
          places={data?.options ?? []}
        />
        <PlaceFilter
          state={state}
          name="location_id"
          label="counter.location"
          places={data?.locations ?? []}
        />
      </div>
      {state.filterCount > 0 && (
        <Button size="small" variant="transparent" className="self-start" onClick={state.clear}>
          {t("counter.clear")}
        </Button>
      )}
    </div>
  )
}

type FilterProps<TName extends string> = { state: CounterState; name: TName; label: WordKey }

const DayFilter = ({ state, name, label }: FilterProps<"ordered_on" | "due_on">) => {
  const t = useWords()
  return (
    <Field label={t(label)}>
      {(control) => (
        <Input
          {...control}
          type="date"
          size="small"
          value={state.valueOf(name)}
          onChange={(event) => state.change({ [name]: event.target.value })}
        />
      )}
    </Field>
  )
}

type PlaceFilterProps = FilterProps<"shipping_option_id" | "location_id"> & {
  places: { id: string; name: string }[]
}

const PlaceFilter = ({ state, name, label, places }: PlaceFilterProps) => {
  const t = useWords()
  if (places.length < 2) return null
  return (
    <Field label={t(label)}>
      {(control) => (
        <Select
          size="small"
          value={state.valueOf(name) || ALL}
          onValueChange={(value) => state.change({ [name]: value === ALL ? "" : value })}
        >
          <Select.Trigger {...control}>
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            <Select.Item value={ALL}>{t("counter.any")}</Select.Item>
            {places.map((place) => (
              <Select.Item key={place.id} value={place.id}>
                {place.name}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
      )}
    </Field>
  )
}
