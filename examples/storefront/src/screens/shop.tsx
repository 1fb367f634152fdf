import type { StoreProduct, StoreProductVariant } from "@medusajs/types"
import { useQuery } from "@tanstack/react-query"
import { Link } from "react-router-dom"
import { listProducts } from "../api/catalogue"
import { Failure, Loading } from "../components/loading"
import { Stepper } from "../components/stepper"
import { useAddToCart, useCart, useChangeQuantity } from "../hooks/cart"
import { money } from "../lib/format"
import { useShop } from "../lib/shop"
import { words } from "../lib/words"

/** What the market sells, and how much of it is in the basket. */
export const ShopScreen = () => {
  const shop = useShop()
  const products = useQuery({ queryKey: ["products"], queryFn: () => listProducts(shop) })
  return (
    <>
      <h1>{words.shop.title}</h1>
      <p className="hint">{words.shop.hint}</p>
      {products.isPending && <Loading />}
      {products.error && <Failure error={products.error} onRetry={() => void products.refetch()} />}
      {products.data?.length === 0 && <p>{words.shop.empty}</p>}
      <div className="shelf">
        {products.data?.map((product) => (
          <Product key={product.id} product={product} />
        ))}
      </div>
      <BasketBar />
    </>
  )
}

const Product = ({ product }: { product: StoreProduct }) => (
  <article className="card product">
    <header>
      {product.thumbnail ? (
        <img src={product.thumbnail} alt="" loading="lazy" />
      ) : (
        <span className="product-letter" aria-hidden="true">
          {product.title.slice(0, 1)}
        </span>
      )}
      <div>
        <h2>{product.title}</h2>
        {product.subtitle && <p className="hint">{product.subtitle}</p>}
      </div>
    </header>
    {product.variants
      ?.toSorted((a, b) => priceOf(a) - priceOf(b))
      .map((variant) => (
        <Variant key={variant.id} variant={variant} name={`${product.title}, ${variant.title}`} />
      ))}
  </article>
)

const priceOf = (variant: StoreProductVariant) => variant.calculated_price?.calculated_amount ?? 0

const Variant = ({ variant, name }: { variant: StoreProductVariant; name: string }) => {
  const { region } = useShop()
  const { data: cart } = useCart()
  const add = useAddToCart()
  const change = useChangeQuantity()
  const line = cart?.items?.find(({ variant_id }) => variant_id === variant.id)
  return (
    <div className="variant">
      <span>{variant.title}</span>
      <span className="price">{money(priceOf(variant), region.currency_code)}</span>
      {line ? (
        <Stepper
          name={name}
          quantity={line.quantity}
          onChange={(quantity) => change.mutate({ lineId: line.id, quantity })}
        />
      ) : (
        <button
          type="button"
          className="add"
          aria-label={words.shop.add(name)}
          disabled={add.isPending}
          onClick={() => add.mutate(variant.id)}
        >
          +
        </button>
      )}
    </div>
  )
}

/** At the thumb, as soon as there is something in it. */
const BasketBar = () => {
  const { data: cart } = useCart()
  const count = (cart?.items ?? []).reduce((sum, { quantity }) => sum + quantity, 0)
  if (!cart || !count) return null
  return (
    <div className="bar">
      <Link to="/basket" className="button button-split">
        <span>{words.shop.toBasket(count)}</span>
        <span>{money(cart.item_total, cart.currency_code)}</span>
      </Link>
    </div>
  )
}
