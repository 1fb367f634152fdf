/** What the market sells. Prices are euros, VAT included, as French shelves show them. */
export type Product = {
  title: string
  english: string
  /** `grams` where a variant is sold by weight. */
  variants: { sku: string; title: string; price: number; grams?: number }[]
}

export const products: Product[] = [
  {
    title: "Carottes des sables",
    english: "Sand carrots",
    variants: [
      { sku: "carottes-500g", title: "500 g", price: 1.35, grams: 500 },
      { sku: "carottes-1kg", title: "1 kg", price: 2.5, grams: 1000 },
    ],
  },
  {
    title: "Pommes de terre Charlotte",
    english: "Charlotte potatoes",
    variants: [
      { sku: "charlotte-1kg", title: "1 kg", price: 2.4, grams: 1000 },
      { sku: "charlotte-2.5kg", title: "2,5 kg", price: 5.6, grams: 2500 },
      { sku: "charlotte-5kg", title: "5 kg", price: 10.2, grams: 5000 },
    ],
  },
  {
    title: "Poireaux",
    english: "Leeks",
    variants: [
      { sku: "poireaux-500g", title: "500 g", price: 1.9, grams: 500 },
      { sku: "poireaux-1kg", title: "1 kg", price: 3.6, grams: 1000 },
    ],
  },
  {
    title: "Épinards",
    english: "Spinach",
    variants: [
      { sku: "epinards-250g", title: "250 g", price: 1.65, grams: 250 },
      { sku: "epinards-500g", title: "500 g", price: 3.1, grams: 500 },
    ],
  },
  {
    title: "Potimarron",
    english: "Red kuri squash",
    variants: [
      { sku: "potimarron-1kg", title: "La pièce, environ 1 kg", price: 3.4, grams: 1000 },
      { sku: "potimarron-1.5kg", title: "La pièce, environ 1,5 kg", price: 4.95, grams: 1500 },
    ],
  },
  {
    title: "Salade feuille de chêne",
    english: "Oak leaf lettuce",
    variants: [{ sku: "salade", title: "La pièce", price: 1.3 }],
  },
  {
    title: "Champignons de Paris",
    english: "Button mushrooms",
    variants: [
      { sku: "champignons-250g", title: "250 g", price: 2.65, grams: 250 },
      { sku: "champignons-500g", title: "500 g", price: 4.95, grams: 500 },
    ],
  },
  {
    title: "Pommes Reinette",
    english: "Reinette apples",
    variants: [
      { sku: "reinette-1kg", title: "1 kg", price: 3.25, grams: 1000 },
      { sku: "reinette-2kg", title: "2 kg", price: 6.1, grams: 2000 },
    ],
  },
  {
    title: "Poires Conférence",
    english: "Conference pears",
    variants: [{ sku: "poires-1kg", title: "1 kg", price: 3.85, grams: 1000 }],
  },
  {
    title: "Œufs de plein air",
    english: "Free-range eggs",
    variants: [
      { sku: "oeufs-6", title: "Les 6", price: 2.7 },
      { sku: "oeufs-12", title: "Les 12", price: 5.1 },
    ],
  },
  {
    title: "Crottin de chèvre",
    english: "Goat's cheese",
    variants: [{ sku: "crottin", title: "La pièce", price: 3.2 }],
  },
  {
    title: "Tomme de brebis",
    english: "Ewe's milk tomme",
    variants: [
      { sku: "tomme-250g", title: "250 g", price: 7.45, grams: 250 },
      { sku: "tomme-500g", title: "500 g", price: 14.6, grams: 500 },
    ],
  },
  {
    title: "Pain de campagne au levain",
    english: "Sourdough country bread",
    variants: [
      { sku: "pain-500g", title: "500 g", price: 3.1, grams: 500 },
      { sku: "pain-1kg", title: "1 kg", price: 5.8, grams: 1000 },
    ],
  },
  {
    title: "Poulet fermier",
    english: "Farm chicken",
    variants: [
      { sku: "poulet-1.6kg", title: "Environ 1,6 kg", price: 21.9, grams: 1600 },
      { sku: "poulet-2kg", title: "Environ 2 kg", price: 26.9, grams: 2000 },
    ],
  },
  {
    title: "Miel de tilleul",
    english: "Lime blossom honey",
    variants: [
      { sku: "miel-250g", title: "250 g", price: 5.4, grams: 250 },
      { sku: "miel-500g", title: "500 g", price: 9.8, grams: 500 },
    ],
  },
  {
    title: "Jus de pomme",
    english: "Apple juice",
    variants: [{ sku: "jus-1l", title: "1 litre", price: 3.45 }],
  },
  {
    title: "Panier de légumes",
    english: "Vegetable box",
    variants: [
      { sku: "panier-petit", title: "Petit, environ 3 kg", price: 12, grams: 3000 },
      { sku: "panier-grand", title: "Grand, environ 5 kg", price: 19.5, grams: 5000 },
    ],
  },
]
