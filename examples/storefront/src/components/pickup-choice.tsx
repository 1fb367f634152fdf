import type { StoreCart } from "@medusajs/types"
import type { usePickupOptions } from "../hooks/checkout"
import { words } from "../lib/words"
import { Choice } from "./choice"
import { Failure, Loading } from "./loading"

type Props = {
  cart: StoreCart
  options: ReturnType<typeof usePickupOptions>
  choose: (optionId: string) => void
}

export const PickupChoice = ({ cart, options, choose }: Props) => {
  const chosen = cart.shipping_methods?.at(-1)?.shipping_option_id
  return (
    <section className="section">
      <h2>{words.checkout.pickup}</h2>
      {options.isPending && <Loading />}
      {options.error && <Failure error={options.error} onRetry={() => void options.refetch()} />}
      {options.data?.map(({ id, name }) => (
        <Choice
          key={id}
          group="pickup"
          title={name}
          isChosen={id === chosen}
          choose={() => choose(id)}
        />
      ))}
    </section>
  )
}
